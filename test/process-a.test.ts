import { describe, expect, it } from 'vitest';
import { command, withoutAws } from './support/dev-services.js';
import { expectProcessADocument } from './support/process-a.js';
import { runCommand } from './support/run-command.js';

const env = withoutAws(process.env);

describe('ProcessA on loopback', () => {
  it('npm start prints the lines of the sample and the document', async () => {
    const { exitCode, stdout, stderr } = await runCommand('npm', ['start'], { env });
    expect(exitCode, stderr).toBe(0);
    const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
    const find = (pattern: RegExp): string | undefined => lines.find((line) => pattern.test(line));
    expect(find(/^txnId: 0x[0-9a-f]{16}$/)).toBeDefined();
    expect(find(/^\{ ETag: '"[0-9a-f]{32}"',/)).toBeDefined();
    expect(lines.join('\n')).toMatch(/ServerSideEncryption: 'AES256' \}/);
    expect(find(/^arn:aws:states:us-east-1:\d{12}:execution:ProcessA-dev:/)).toBeDefined();
    expect(find(/^status: RUNNING$/)).toBeDefined();
    expect(find(/^status: SUCCEEDED$/)).toBeDefined();
    expectProcessADocument(stdout.split('\n').find((line) => line.startsWith('{"foo"')) ?? 'no document');
  });

  it('sfs3 run writes nothing but the document to standard output', async () => {
    const input = JSON.stringify({ foo: 'føø', bar: '' });
    const { exitCode, stdout } = await runCommand(
      process.execPath,
      [command, 'run', 'ProcessA', '--input', '-'],
      { env, input },
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ foo: 'føø', bar: '', 'step-e-output': { e: 'e output' } });
  });

  it('the generated folder is up to date', async () => {
    const { exitCode, stdout, stderr } = await runCommand(
      process.execPath,
      [command, 'generate', '--check'],
      { env },
    );
    expect(exitCode, stdout + stderr).toBe(0);
  });
});
