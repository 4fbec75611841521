import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** The workflow file of a service with one workflow, `Flow`, whose steps are tasks without schemas. */
export function specOf(steps: readonly string[], bucket = 'some-data'): string {
  const entries = steps.map((step) => `      ${step}: {}\n`).join('');
  return `service: test\nstorage: { bucket: ${bucket} }\nworkflows:\n  Flow:\n    steps:\n${entries}`;
}

/** A folder of its own for a test. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'sfs3-back-'));
  readonly specPath = join(this.folder, 'workflow.yaml');

  write(text: string): void {
    writeFileSync(this.specPath, text);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Every file below a folder, by path. */
  files(below = '.'): ReadonlyMap<string, string> {
    const entries = readdirSync(this.path(below), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return new Map(
      files.map((file) => [relative(this.folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
    );
  }

  /** Every folder, by path. */
  folders(): readonly string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
