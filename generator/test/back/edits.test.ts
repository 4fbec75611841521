import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../src/generate.js';
import { RandomSpec } from './random-spec.js';
import { Workspace } from './spec.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const edits = 1000;
/** Every so many edits what was made is kept, to be compiled at the end in one run of the compiler. */
const sampleEvery = 20;

let workspace: Workspace;
beforeAll(() => {
  workspace = new Workspace();
});
afterAll(() => workspace.remove());

it('touches no byte of a body over 1,000 random edits, and what it makes compiles', async () => {
  const spec = new RandomSpec(20_261_122);
  const bodies = new Map<string, string>();
  let made = 0;
  let refused = 0;
  for (let count = 0; count < edits; count += 1) {
    const edit = spec.edit();
    workspace.write(spec.text());
    const { ok, diagnostics, changes, orphans } = await generate({ specPath: workspace.specPath });
    for (const [path, text] of bodies) {
      if (workspace.read(path) !== text) expect.fail(`${path} was touched by edit ${count}: ${edit}`);
    }
    if (!ok) {
      refused += 1;
      expect(diagnostics.filter(({ severity }) => severity === 'error').length, edit).toBeGreaterThan(0);
      expect(changes, edit).toEqual([]);
      spec.undo();
      continue;
    }
    made += 1;
    for (const { path } of changes.filter(({ kind, root }) => root === 'steps' && kind === 'create')) {
      appendFileSync(workspace.path(path), `// Written by hand after edit ${count}.\n`);
      bodies.set(path, workspace.read(path));
    }
    if (made % sampleEvery === 0) keepSample(count, orphans);
  }
  expect(made).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(50);
  expect(compileSamples()).toBe('');
}, 180_000);

/** Copies what was made. Bodies whose step is gone are left out: the types that they name are gone as well. */
function keepSample(count: number, orphans: readonly string[]): void {
  const sample = join(workspace.folder, 'samples', String(count));
  for (const folder of ['generated', 'steps']) {
    if (existsSync(workspace.path(folder)))
      cpSync(workspace.path(folder), join(sample, folder), { recursive: true });
  }
  for (const orphan of orphans) rmSync(join(sample, orphan));
}

function compileSamples(): string {
  symlinkSync(join(root, 'node_modules'), workspace.path('node_modules'), 'dir');
  writeFileSync(workspace.path('package.json'), '{ "type": "module" }');
  writeFileSync(
    workspace.path('tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: {
        noEmit: true,
        declaration: false,
        noUnusedParameters: true,
        typeRoots: [join(root, 'node_modules', '@types')],
      },
      include: ['samples/**/*.ts'],
    }),
  );
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  try {
    execFileSync(process.execPath, [compiler, '-p', workspace.folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout);
  }
}
