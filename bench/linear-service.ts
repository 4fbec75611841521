import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A spec in a folder of its own. */
export interface BenchService {
  readonly folder: string;
  readonly specPath: string;
  remove(): void;
}

/** What the steps of a linear service are like. */
export interface LinearService {
  readonly steps: number;
  /** Whether inputs and outputs have schemas. Default: false. */
  readonly schemas?: boolean;
  /** The source of every body. Default: none, so the generator makes stubs. */
  readonly body?: string;
}

/** Writes the spec of one workflow, `Line`, whose steps each read the output before theirs. */
export function writeLinearService({ steps, schemas = false, body }: LinearService): BenchService {
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-bench-'));
  const specPath = join(folder, 'workflow.yaml');
  const names = Array.from({ length: steps }, (_, index) => `step-${index + 1}`);
  const output = schemas
    ? `
        output:
          schema: { type: object, required: [count], properties: { count: { type: integer, minimum: 0 }, note: { type: string } } }`
    : '';
  const lines = names.map((name, index) => {
    const reads = index === 0 ? 'input' : `step-${index}-output`;
    return `      ${name}:\n        reads: [${reads}]${output}`;
  });
  writeFileSync(
    specPath,
    `service: bench\nstorage: { bucket: sfs3-bench }\nworkflows:\n  Line:\n    steps:\n${lines.join('\n')}\n`,
  );
  if (body !== undefined) writeBodies(folder, names, body);
  return { folder, specPath, remove: () => rmSync(folder, { recursive: true }) };
}

function writeBodies(folder: string, names: readonly string[], body: string): void {
  const target = join(folder, 'steps', 'Line');
  mkdirSync(target, { recursive: true });
  for (const name of names) writeFileSync(join(target, `${name}.ts`), body);
}
