import { readdir } from 'node:fs/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalServices } from '@sfs3/local';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call } from './call.js';
import { sfs3, startSfs3 } from './sfs3.js';
import { greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

let folder: SpecFolder;
const run = (args: readonly string[], input?: string) =>
  call(['run', ...args, '--spec', `${folder.path}/workflow.yaml`], input);

beforeAll(async () => {
  for (const name of ['AWS_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3']) vi.stubEnv(name, '');
  folder = await makeFolder(greetingFiles);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await folder.remove();
});

const progress = [
  /^txnId: 0x[0-9a-f]{16}$/,
  /^\{ ETag: '"[0-9a-f]{32}"', ServerSideEncryption: 'AES256' \}$/,
  /^arn:aws:states:us-east-1:000000000000:execution:Greeting-dev:0x[0-9a-f]{16}$/,
  /^status: RUNNING$/,
];

describe('sfs3 run', () => {
  it("runs the first workflow with the schema's example and prints the document, and nothing else, on standard output", async () => {
    const { code, out, err } = await sfs3(['run'], { cwd: folder.path });
    expect(err.trimEnd().split('\n').at(-1)).toBe('status: SUCCEEDED');
    expect([code, out]).toEqual([0, '{"name":"Ada","greet-output":{"text":"Hello Ada"}}\n']);
    const lines = err.split('\n');
    const first = lines.findIndex((line) => line.startsWith('txnId'));
    for (const [index, expected] of progress.entries()) expect(lines[first + index]).toMatch(expected);
  });

  it('takes its input from standard input, or from a file, in another folder too', async () => {
    const piped = await sfs3(['run', '--input', '-'], { cwd: folder.path, input: '{"name":"Bob"}' });
    expect(piped.out).toBe('{"name":"Bob","greet-output":{"text":"Hello Bob"}}\n');
    await folder.write('input.json', '{"name":"Carol"}');
    const { code, out } = await run(['--input', `${folder.path}/input.json`]);
    expect([code, out]).toEqual([0, '{"name":"Carol","greet-output":{"text":"Hello Carol"}}\n']);
  });

  it('runs the workflow that is named, with {} where there is no example', async () => {
    expect(await run(['Other'])).toMatchObject({ code: 0, out: '{"other-output":{"saw":[]}}\n' });
  });

  it('prints one object with --json', async () => {
    const { code, out } = await run(['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'SUCCEEDED',
      txnId: expect.stringMatching(/^0x/),
      document: { name: 'Ada', 'greet-output': { text: 'Hello Ada' } },
    });
  });

  it('shows what the functions write only with --logs', async () => {
    expect((await run(['--logs'])).err).toContain('greetings-dev-Greeting-greet  greeting');
    expect((await run([])).err).not.toContain('greeting\n');
  });

  it('keeps the data on another S3 server where AWS_ENDPOINT_URL_S3 names one', async () => {
    const other = await startLocalServices();
    const credentials = { accessKeyId: 'theirs', secretAccessKey: 'theirs' };
    const s3 = new S3Client({
      endpoint: other.endpoint,
      region: 'us-east-1',
      credentials,
      forcePathStyle: true,
    });
    try {
      vi.stubEnv('AWS_ENDPOINT_URL_S3', other.endpoint);
      const { code, out } = await run(['--json']);
      expect(code).toBe(0);
      const { txnId } = JSON.parse(out) as { txnId: string };
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'greetings-dev', Key: txnId }));
      expect(await Body?.transformToString()).toContain('Hello Ada');
    } finally {
      vi.stubEnv('AWS_ENDPOINT_URL_S3', '');
      s3.destroy();
      await other.close();
    }
  });

  it('cleans up when it is interrupted', async () => {
    const temporary = await makeFolder({ 'keep.txt': '' });
    await folder.write(
      'steps/Other/other.ts',
      'export const run = () => new Promise(() => setInterval(() => {}, 1000));\n',
    );
    const running = startSfs3(['run', 'Other'], { cwd: folder.path, env: { TMPDIR: temporary.path } });
    try {
      await running.printed('err', 'status: RUNNING\n');
      expect(await running.stop('SIGINT')).toBe(130);
      expect(running.out()).toBe('');
      expect(await readdir(temporary.path)).toEqual(['keep.txt']);
    } finally {
      await running.stop('SIGKILL');
      await temporary.remove();
      await folder.write('steps/Other/other.ts', greetingFiles['steps/Other/other.ts']);
    }
  });

  it('exits with 1 and tells error and cause when the execution fails', async () => {
    const { code, out, err } = await run(['--input', '-'], '{"name":"Eve","fail":true}');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('status: FAILED\nerror: NobodyHome\ncause: ');
    expect(err).toContain('nobody is at home');
  });

  it.each([
    ['is no JSON', '{"name":', 'not JSON'],
    ['is no object', '["Eve"]', 'an array'],
    ['is no object either', 'null', 'null'],
  ])('exits with 2 where the input %s', async (_, input, message) => {
    const { code, out, err } = await run(['--input', '-'], input);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('Eve');
  });

  it('names the workflows where the named one is not there', async () => {
    const { code, err } = await run(['Nobody']);
    expect(code).toBe(2);
    expect(err).toContain('no workflow "Nobody". It has "Greeting", "Other".');
  });

  it('shows a body that cannot be bundled without a stack trace', async () => {
    await folder.write('steps/Other/other.ts', 'export const run = (;\n');
    const { code, err } = await run(['Other']);
    expect(code).toBe(1);
    expect(err).toContain('other.ts:1:20');
    expect(err).not.toMatch(/^\s+at /m);
    await folder.write('steps/Other/other.ts', greetingFiles['steps/Other/other.ts']);
  });
});
