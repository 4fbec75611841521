import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from './call.js';
import { sfs3 } from './sfs3.js';

const cwd = import.meta.dirname;

const commands = ['generate', 'check', 'run', 'dev', 'start', 'wait', 'status', 'fetch', 'complete', 'fail'];

describe('sfs3', () => {
  it('lists its commands and exit codes', async () => {
    const { code, out, err } = await sfs3(['--help'], { cwd });
    expect([code, err]).toEqual([0, '']);
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out).toContain('Exit codes: 0 done;');
  });

  it('tells its version', async () => {
    const manifest = JSON.parse(await readFile(join(cwd, '../package.json'), 'utf8')) as { version: string };
    expect(await sfs3(['--version'], { cwd })).toMatchObject({ code: 0, out: `${manifest.version}\n` });
  });

  it.each(commands)(
    '%s has a help in which every option tells its default or is a switch',
    async (command) => {
      const { code, out } = await call([command, '--help']);
      expect(code).toBe(0);
      const options = out.replace(/\n {3,}(?=\S)/g, ' ').match(/^ {2}(--[a-z]+ <.*)$/gm) ?? [];
      for (const option of options) expect(option).toMatch(/\(.*default: /);
    },
  );

  it.each([
    [[]],
    [['unknown']],
    [['generate', '--unknown']],
    [['generate', '--format', 'xml']],
    [['generate', 'one.yaml', 'two.yaml']],
    [['start']],
    [['complete']],
    [['complete', 'no-token']],
    [['fail', 'arn:aws:states:us-east-1:000000000000:execution:One-dev:0x00000000']],
    [['run', '--timeout', 'soon']],
    [['run', '--timeout', '-1']],
    [['dev', '--port', '70000']],
  ])('%j is a usage error without a stack trace', async (args) => {
    const { code, out, err } = await call(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toBe('');
  });

  it.each([['generate'], ['check'], ['run'], ['dev']])(
    '%s names the spec that it cannot read',
    async (command) => {
      const { code, err } = await call([
        command,
        ...(command === 'run' || command === 'dev' ? ['--spec'] : []),
        'nowhere.yaml',
      ]);
      expect(code).toBe(2);
      expect(err).toContain('"nowhere.yaml" cannot be read');
      expect(err).not.toMatch(/^\s+at /m);
    },
  );

  it('suggests the command that was meant', async () => {
    expect((await call(['generat'])).err).toContain('Did you mean generate?');
  });
});
