import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../test/support/run-command.js';

const folder = join(import.meta.dirname, '..');

it('compiles, what the pages of the examples show as code', async () => {
  const names = readdirSync(folder).filter((name) => name !== 'test' && !name.startsWith('.'));
  expect(names.length).toBeGreaterThan(1);
  const scratch = mkdtempSync(join(folder, '.readme-'));
  try {
    for (const name of names) {
      const page = readFileSync(join(folder, name, 'README.md'), 'utf8');
      const code = /^```ts\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '';
      expect(code, name).toContain('./generated/client.js');
      mkdirSync(join(scratch, name));
      writeFileSync(
        join(scratch, name, 'client.ts'),
        code.replaceAll("'./generated/", `'../../${name}/generated/`),
      );
    }
    const options = { extends: '../../tsconfig.check.json', include: ['**/*.ts'] };
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(options));
    const { exitCode, stdout } = await runCommand('npx', ['tsc', '-p', scratch]);
    expect(exitCode, stdout).toBe(0);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
