import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A service in a folder of its own. */
export interface WrittenService {
  readonly specPath: string;
  remove(): void;
}

/** Writes a spec and its bodies, each an expression, by `<workflow>/<step>`. */
export function writeService(spec: string, bodies: Readonly<Record<string, string>>): WrittenService {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-bench-'));
  const specPath = join(folder, 'workflow.yaml');
  writeFileSync(specPath, spec);
  for (const [step, body] of Object.entries(bodies)) {
    const path = join(folder, 'steps', `${step}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `export const run = ${body};\n`);
  }
  return { specPath, remove: () => rmSync(folder, { recursive: true }) };
}
