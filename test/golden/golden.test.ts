import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSource, generate } from '@sfs3/generator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateCase, goldenCases, goldenDir, readMade, readTree } from './cases.js';

const validateAsl = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly isValid: boolean;
  readonly errorsText: (separator?: string) => string;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sfs3-golden-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(goldenCases)('%s', (name) => {
  it('gives the expected files, and no others', async () => {
    const result = await generateCase(name, folder);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const made = readMade(folder);
    const expected = readTree(join(goldenDir, name, 'expected'));
    expect([...made.keys()]).toEqual([...expected.keys()]);
    for (const [path, content] of expected) expect(made.get(path), path).toBe(content);
  });

  it('gives the same bytes again, and touches no file', async () => {
    await generateCase(name, folder);
    const first = readMade(folder);
    const times = [...first.keys()].map((path) => statSync(join(folder, path)).mtimeMs);
    const again = await generate({ specPath: join(folder, 'workflow.yaml') });
    expect(again.changes.filter(({ kind }) => kind !== 'keep')).toEqual([]);
    expect(readMade(folder)).toEqual(first);
    expect([...first.keys()].map((path) => statSync(join(folder, path)).mtimeMs)).toEqual(times);
  });

  it('touches no body that exists, not even an empty one', async () => {
    const stubs = [...readTree(join(goldenDir, name, 'expected')).keys()].filter(isBody);
    stubs.forEach((path, index) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), index % 2 === 0 ? '' : '// mine');
    });
    await generateCase(name, folder);
    const bodies = stubs.map((path) => readFileSync(join(folder, path), 'utf8'));
    expect(bodies).toEqual(stubs.map((_path, index) => (index % 2 === 0 ? '' : '// mine')));
  });

  it('has state machines that asl-validator finds no fault with', () => {
    const machines = [...readTree(join(goldenDir, name, 'expected'))].filter(([path]) =>
      path.endsWith('.asl'),
    );
    expect(machines.length).toBeGreaterThan(0);
    for (const [path, text] of machines) {
      // The validator changes what it is given.
      const result = validateAsl(JSON.parse(text));
      expect(result.isValid, `${path}: ${result.isValid ? '' : result.errorsText('\n')}`).toBe(true);
    }
  });

  it('comes from a spec without a mistake', () => {
    const path = join(goldenDir, name, 'workflow.yaml');
    expect(checkSource({ path, text: readFileSync(path, 'utf8') }).diagnostics).toEqual([]);
  });
});

function isBody(path: string): boolean {
  return path.startsWith('steps/') || path.startsWith('src/');
}
