import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { goldenDir } from './cases.js';

const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

it('compiles every golden file under the strictest options, stubs included', () => {
  let output = '';
  try {
    execFileSync(process.execPath, [compiler, '-p', join(goldenDir, 'tsconfig.json'), '--pretty', 'false'], {
      encoding: 'utf8',
    });
  } catch (error) {
    output = String((error as { stdout?: unknown }).stdout);
  }
  expect(output).toBe('');
});
