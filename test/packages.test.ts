import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/dev-services.js';
import { runCommand } from './support/run-command.js';

interface Manifest {
  readonly name: string;
  readonly license: string;
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

describe.each(['runtime', 'client', 'generator', 'local', 'cli'])('the package in %s', (folder) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

  it('could be published as it is', async () => {
    const { stdout, stderr } = await runCommand('npm', [
      'pack',
      '--dry-run',
      '--json',
      '--ignore-scripts',
      '-w',
      folder,
    ]);
    const packed = JSON.parse(stdout) as unknown;
    expect(packed, stderr).toBeTruthy();
    const files = filesIn(packed);
    expect(files).toContain('LICENSE');
    expect(
      files.filter((file) => /(^|\/)(test|node_modules)\//.test(file) || file.endsWith('.tsbuildinfo')),
    ).toEqual([]);
    for (const target of targetsOf(manifest)) expect(files).toContain(target.replace(/^\.\//, ''));
  });

  it('states its licence, its engines and exact dependencies', () => {
    expect(manifest).toMatchObject({ license: 'MIT', engines: { node: '>=20.19' } });
    for (const range of Object.values(manifest.dependencies ?? {})) expect(range).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('has every file that it exports', () => {
    for (const target of targetsOf(manifest))
      expect(existsSync(join(root, folder, target)), target).toBe(true);
  });
});

function targetsOf(manifest: Manifest): string[] {
  return Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
}

/** npm prints either a list or an object of packages, depending on its version. */
function filesIn(packed: unknown): string[] {
  const [first] = Object.values(packed as Record<string, { files: { path: string }[] }>);
  return (first?.files ?? []).map(({ path }) => path);
}
