import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GenerateResult, generate } from '@sfs3/generator';

/** The folder of the golden cases: each has a workflow.yaml, and under `expected` every file that is made from it. */
export const goldenDir = dirname(fileURLToPath(import.meta.url));

/** The names of the cases. */
export const goldenCases: readonly string[] = readdirSync(goldenDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** The files of a folder by their paths, with `/`. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** Generates a case into an empty folder, as a user would: with the spec in it. */
export async function generateCase(name: string, folder: string): Promise<GenerateResult> {
  const specPath = join(folder, 'workflow.yaml');
  copyFileSync(join(goldenDir, name, 'workflow.yaml'), specPath);
  return generate({ specPath });
}

/** What was made from a case: every file of the folder but the spec. */
export function readMade(folder: string): ReadonlyMap<string, string> {
  return new Map([...readTree(folder)].filter(([path]) => path !== 'workflow.yaml'));
}
