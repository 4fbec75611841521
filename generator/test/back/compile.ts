import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workspace } from './spec.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Puts into a workspace what the compiler looks for there. */
export function prepareToCompile(workspace: Workspace): void {
  symlinkSync(join(root, 'node_modules'), workspace.path('node_modules'), 'dir');
  writeFileSync(workspace.path('package.json'), '{ "type": "module" }');
}

/** What the compiler has to say of the files of a workspace; empty where that is nothing. */
export function compile(workspace: Workspace): string {
  const config = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true, declaration: false, typeRoots: [join(root, 'node_modules', '@types')] },
    include: ['**/*.ts'],
  };
  writeFileSync(workspace.path('tsconfig.json'), JSON.stringify(config));
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const compiler = join(dirname(manifest), 'bin', 'tsc');
  try {
    execFileSync(process.execPath, [compiler, '-p', workspace.folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout);
  }
}
