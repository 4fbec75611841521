import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Staying, sfs3, startSfs3 } from './sfs3.js';
import { greetingBody, greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

let folder: SpecFolder;
let elsewhere: SpecFolder;
let server: Staying;
let env: Record<string, string>;
const variables = [
  'AWS_ENDPOINT_URL',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'BUCKET_NAME',
  'STATE_MACHINE_ARN',
];
const call = (args: readonly string[], input?: string, changed: Record<string, string> = {}) =>
  sfs3(args, { cwd: elsewhere.path, env: { ...env, ...changed }, ...(input === undefined ? {} : { input }) });
const arn = (): string => env.STATE_MACHINE_ARN ?? '';

/** Lets a real shell evaluate the lines that the command printed. */
async function evaluate(lines: string): Promise<Record<string, string>> {
  const script = `${lines}\nfor name in ${variables.join(' ')}; do eval "printf '%s\\n' \\"\\$$name\\""; done`;
  const { stdout } = await promisify(execFile)('sh', ['-c', script], {
    env: { PATH: process.env.PATH ?? '' },
  });
  return Object.fromEntries(
    stdout
      .split('\n')
      .map((value, index) => [variables[index], value] as const)
      .filter(([name]) => name),
  ) as Record<string, string>;
}

beforeAll(async () => {
  folder = await makeFolder(greetingFiles);
  elsewhere = await makeFolder({});
  server = startSfs3(['dev'], { cwd: folder.path });
  await server.printed('out', 'ready\n');
  env = await evaluate(server.out().replace(/ready\n$/, ''));
});

afterAll(async () => {
  await server?.stop('SIGKILL');
  await folder?.remove();
  await elsewhere?.remove();
});

describe('sfs3 dev', () => {
  it('prints the variables that a client needs, for a shell, then ready', () => {
    expect(server.out()).toMatch(/^(export [A-Z_]+='[^']*'\n){6}ready\n$/);
    expect(env).toMatchObject({
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_REGION: 'us-east-1',
      BUCKET_NAME: 'greetings-dev',
      STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:Greeting-dev',
    });
    expect(server.err()).toContain('Other: arn:aws:states:us-east-1:000000000000:stateMachine:Other-dev');
  });
});

describe('sfs3 start', () => {
  it("prints the sample's lines in their order, and how to see the document", async () => {
    const { code, out, err } = await call(['start', arn(), '--input', '-'], '{"name":"Bob"}');
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    const txnId = /^txnId: (0x[0-9a-f]{16})$/.exec(lines[0] ?? '')?.[1];
    expect(txnId).toBeDefined();
    expect(lines[1]).toMatch(/^\{ ETag: '"[0-9a-f]{32}"', ServerSideEncryption: 'AES256' \}$/);
    expect(lines[2]).toBe(`${arn().replace('stateMachine', 'execution')}:${txnId}`);
    expect(lines.at(-1)).toBe(`aws s3 cp s3://greetings-dev/${txnId} -`);
    expect(lines.slice(3, -1)).toEqual([
      ...lines.slice(3, -2).map(() => 'status: RUNNING'),
      'status: SUCCEEDED',
    ]);
    expect(lines.length).toBeGreaterThanOrEqual(6);

    const fetched = await call(['fetch', lines[2] ?? '']);
    expect(fetched).toEqual({
      code: 0,
      err: '',
      out: '{"name":"Bob","greet-output":{"text":"Hello Bob"}}\n',
    });
    expect(await call(['status', lines[2] ?? ''])).toEqual({ code: 0, err: '', out: 'status: SUCCEEDED\n' });
    expect(await call(['wait', lines[2] ?? ''])).toEqual({ code: 0, err: '', out: 'status: SUCCEEDED\n' });
  });

  it("takes the spec's example where the spec is at hand, else {}", async () => {
    const here = await sfs3(['start', arn(), '--json'], { cwd: folder.path, env });
    const { executionArn } = JSON.parse(here.out) as { executionArn: string };
    expect((await call(['fetch', executionArn])).out).toContain('Hello Ada');
    const named = await call(['start', arn(), '--spec', `${folder.path}/workflow.yaml`, '--json']);
    expect(JSON.parse(named.out)).toMatchObject({ status: 'SUCCEEDED', created: true });
    const bare = await call(['start', arn().replace('Greeting', 'Other'), '--json']);
    const { executionArn: other } = JSON.parse(bare.out) as { executionArn: string };
    expect((await call(['fetch', other])).out).toBe('{"other-output":{"saw":[]}}\n');
  });

  it('twice with one id and one input is one execution, with another input a clear error', async () => {
    const start = (input: string) =>
      call(['start', arn(), '--id', 'order-7', '--json', '--input', '-'], input);
    const [first, second] = [await start('{"name":"Carol"}'), await start('{"name":"Carol"}')];
    const [one, two] = [JSON.parse(first.out), JSON.parse(second.out)] as {
      executionArn: string;
      created: boolean;
    }[];
    expect(two?.executionArn).toBe(one?.executionArn);
    expect([one?.created, two?.created]).toEqual([true, false]);
    const { code, out, err } = await start('{"name":"Mallory"}');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('IdConflictError');
    expect(err).not.toMatch(/Mallory|^\s+at /m);
  });

  it('prints error and cause and exits with 1 when the execution fails', async () => {
    const { code, out, err } = await call(['start', arn(), '--input', '-'], '{"name":"Eve","fail":true}');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').at(-1)).toBe('status: FAILED');
    expect(err).toMatch(/^error: NobodyHome\ncause: .*nobody is at home/);
    const executionArn = out.split('\n')[2] ?? '';
    expect(await call(['wait', executionArn])).toMatchObject({ code: 1, err });
    expect(await call(['status', executionArn])).toMatchObject({
      code: 0,
      out: expect.stringContaining('NobodyHome'),
    });
    expect((await call(['fetch', executionArn])).out).toBe('{"name":"Eve","fail":true}\n');
  });

  it.each([
    ['without BUCKET_NAME', () => arn(), {}, { BUCKET_NAME: '' }, 'BUCKET_NAME'],
    ['with what is no ARN', () => 'Greeting-dev', {}, {}, '"Greeting-dev" is not the ARN of a state machine'],
    ['with an input that is no JSON', () => arn(), { input: '{' }, {}, 'not JSON'],
  ])('%s is a usage error', async (_, target, { input = '{}' }: { input?: string }, changed, message) => {
    const { code, out, err } = await call(
      ['start', target(), '--input', '-'],
      input,
      changed as Record<string, string>,
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('tells what AWS refuses, without a stack trace', async () => {
    const { code, err } = await call(['start', arn().replace('Greeting', 'Nobody'), '--input', '-'], '{}');
    expect(code).toBe(1);
    expect(err).toContain('StateMachineDoesNotExist');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('sfs3 dev, while files change', () => {
  const greet = async (): Promise<string> => {
    const { out } = await call(['start', arn(), '--json', '--input', '-'], '{"name":"Ada"}');
    return (await call(['fetch', (JSON.parse(out) as { executionArn: string }).executionArn])).out;
  };

  it('swaps a body, shows a mistake while the old one goes on, and follows the spec', async () => {
    await folder.write('steps/Greeting/greet.ts', greetingBody('Welcome'));
    await server.printed('err', 'reloaded');
    expect(await greet()).toContain('Welcome Ada');

    await folder.write('steps/Greeting/greet.ts', 'export const run = (;\n');
    await server.printed('err', 'goes on');
    expect(server.err()).toContain('greet.ts:1:20');
    expect(await greet()).toContain('Welcome Ada');

    await folder.write(
      'workflow.yaml',
      greetingFiles['workflow.yaml'].replace('greet: {}', 'greet: { next: othr }'),
    );
    await server.printed('err', 'goes on');
    expect(server.err()).toContain('unknown-target');
    expect(await greet()).toContain('Welcome Ada');

    await folder.write('steps/Greeting/greet.ts', greetingBody('Good day'));
    await folder.write(
      'workflow.yaml',
      greetingFiles['workflow.yaml'].replace('greet: {}', 'greet: { output: greeting }'),
    );
    await server.printed('err', 'reloaded');
    await expect.poll(greet, { timeout: 15_000 }).toContain('"greeting":{"text":"Good day Ada"}');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s, and nothing answers any more', async (signal) => {
    const own = await makeFolder(greetingFiles);
    const other = startSfs3(['dev', '--directory', 'objects'], { cwd: own.path });
    try {
      await other.printed('out', 'ready\n');
      const { AWS_ENDPOINT_URL = '' } = await evaluate(other.out().replace(/ready\n$/, ''));
      expect((await fetch(AWS_ENDPOINT_URL)).status).toBeGreaterThanOrEqual(400);
      expect(await other.stop(signal)).toBe(0);
      await expect(fetch(AWS_ENDPOINT_URL)).rejects.toThrow();
    } finally {
      await other.stop('SIGKILL');
      await own.remove();
    }
  });

  it('refuses a port that is taken, without a stack trace', async () => {
    const port = new URL(env.AWS_ENDPOINT_URL ?? '').port;
    const { code, err } = await sfs3(['dev', '--port', port], { cwd: folder.path });
    expect(code).toBe(1);
    expect(err).toContain(port);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
