import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServer, startDevServer } from './dev-server.js';
import { sfs3 } from './sfs3.js';
import { makeFolder, type SpecFolder } from './spec-folder.js';

let server: DevServer;
let elsewhere: SpecFolder;
/** Starts the machine with this JSON as its input. */
const start = (input: string, ...args: readonly string[]) =>
  server.call(['start', server.stateMachineArn, '--input', '-', ...args], { input });

beforeAll(async () => {
  server = await startDevServer();
  elsewhere = await makeFolder({});
});

afterAll(async () => {
  await server?.close();
  await elsewhere?.remove();
});

describe('sfs3 start', () => {
  it("prints the sample's lines in their order, and how to see the document", async () => {
    const { env, stateMachineArn, call } = server;
    const options = { cwd: elsewhere.path, env, input: '{"name":"Bob"}' };
    const { code, out, err } = await sfs3(['start', stateMachineArn, '--input', '-'], options);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    const txnId = /^txnId: (0x[0-9a-f]{16})$/.exec(lines[0] ?? '')?.[1];
    expect(txnId).toBeDefined();
    expect(lines[1]).toMatch(/^\{ ETag: '"[0-9a-f]{32}"', ServerSideEncryption: 'AES256' \}$/);
    const executionArn = `${stateMachineArn.replace('stateMachine', 'execution')}:${txnId}`;
    expect(lines[2]).toBe(executionArn);
    expect(lines.at(-1)).toBe(`aws s3 cp s3://greetings-dev/${txnId} -`);
    const statuses = lines.slice(3, -1);
    expect(statuses.length).toBeGreaterThanOrEqual(2);
    expect(statuses).toEqual([...statuses.slice(1).map(() => 'status: RUNNING'), 'status: SUCCEEDED']);

    const fetched = await call(['fetch', executionArn]);
    expect(fetched).toEqual({
      code: 0,
      err: '',
      out: '{"name":"Bob","greet-output":{"text":"Hello Bob"}}\n',
    });
    expect(await call(['status', executionArn])).toEqual({ code: 0, err: '', out: 'status: SUCCEEDED\n' });
    expect(await call(['wait', executionArn])).toEqual({ code: 0, err: '', out: 'status: SUCCEEDED\n' });
  });

  it("takes the spec's example where the spec is at hand, else {}", async () => {
    const { env, stateMachineArn, folder, call } = server;
    const here = await sfs3(['start', stateMachineArn, '--json'], { cwd: folder.path, env });
    const { executionArn } = JSON.parse(here.out) as { executionArn: string };
    expect((await call(['fetch', executionArn])).out).toContain('Hello Ada');
    const named = await call(['start', stateMachineArn, '--spec', `${folder.path}/workflow.yaml`, '--json']);
    expect(JSON.parse(named.out)).toMatchObject({ status: 'SUCCEEDED', created: true });
    const otherMachine = stateMachineArn.replace('Greeting', 'Other');
    const bare = await sfs3(['start', otherMachine, '--json'], { cwd: elsewhere.path, env });
    const { executionArn: other } = JSON.parse(bare.out) as { executionArn: string };
    expect((await call(['fetch', other])).out).toBe('{"other-output":{"saw":[]}}\n');
  });

  it('twice with one id and one input is one execution, with another input a clear error', async () => {
    const started = async (input: string) => {
      const { out } = await start(input, '--id', 'order-7', '--json');
      return JSON.parse(out) as { readonly executionArn: string; readonly created: boolean };
    };
    const [one, two] = [await started('{"name":"Carol"}'), await started('{"name":"Carol"}')];
    expect(two.executionArn).toBe(one.executionArn);
    expect([one.created, two.created]).toEqual([true, false]);
    const { code, out, err } = await start('{"name":"Mallory"}', '--id', 'order-7');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('IdConflictError');
    expect(err).not.toMatch(/Mallory|^\s+at /m);
  });

  it('prints error and cause and exits with 1 when the execution fails', async () => {
    const { code, out, err } = await start('{"name":"Eve","fail":true}');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').at(-1)).toBe('status: FAILED');
    expect(err).toMatch(/^error: NobodyHome\ncause: .*nobody is at home/);
    const executionArn = out.split('\n')[2] ?? '';
    expect(await server.call(['wait', executionArn])).toMatchObject({ code: 1, err });
    const status = await server.call(['status', executionArn]);
    expect(status).toMatchObject({ code: 0, out: expect.stringContaining('NobodyHome') });
    expect((await server.call(['fetch', executionArn])).out).toBe('{"name":"Eve","fail":true}\n');
  });

  it('signs with the profile that AWS_PROFILE names', async () => {
    const { env, stateMachineArn } = server;
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, ...others } = env;
    const keys = `aws_access_key_id = ${AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}\n`;
    await elsewhere.write('credentials', `[greeter]\n${keys}`);
    await elsewhere.write('config', '');
    const profile = {
      AWS_PROFILE: 'greeter',
      AWS_SHARED_CREDENTIALS_FILE: `${elsewhere.path}/credentials`,
      AWS_CONFIG_FILE: `${elsewhere.path}/config`,
    };
    const options = { cwd: elsewhere.path, env: { ...others, ...profile }, input: '{"name":"Dan"}' };
    const { code, out, err } = await sfs3(['start', stateMachineArn, '--input', '-', '--json'], options);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ status: 'SUCCEEDED' });
    const nobody = { ...options, env: { ...options.env, AWS_PROFILE: 'nobody' } };
    const refused = await sfs3(['start', stateMachineArn, '--input', '-'], nobody);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('CredentialsProviderError');
    expect(refused.err).not.toMatch(/^\s+at /m);
  });

  it('gives up after --timeout while the execution runs on', async () => {
    const { stateMachineArn, folder } = server;
    const args = ['start', stateMachineArn, '--spec', `${folder.path}/workflow.yaml`, '--timeout', '0.001'];
    const { code, out, err } = await server.call(args);
    expect(code).toBe(1);
    expect(err).toContain('WaitTimeoutError');
    const executionArn = out.split('\n')[2] ?? '';
    expect(await server.call(['wait', executionArn, '--timeout', '20'])).toMatchObject({ code: 0 });
  });
});

describe('sfs3 start, called wrongly', () => {
  const good = { arn: (arn: string): string => arn, input: '{}', changed: {} };
  it.each([
    ['without BUCKET_NAME', { ...good, changed: { BUCKET_NAME: '' } }, 'BUCKET_NAME'],
    [
      'with what is no ARN',
      { ...good, arn: () => 'Greeting-dev' },
      '"Greeting-dev" is not the ARN of a state machine',
    ],
    ['with an input that is no JSON', { ...good, input: '{' }, 'not JSON'],
  ])('%s is a usage error', async (_, { arn, input, changed }, message) => {
    const args = ['start', arn(server.stateMachineArn), '--input', '-'];
    const { code, out, err } = await server.call(args, { input, changed });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it.each(['wait', 'status', 'fetch'])('%s names what is no ARN of an execution', async (command) => {
    const { code, err } = await server.call([command, server.stateMachineArn]);
    expect(code).toBe(2);
    expect(err).toContain('is not the ARN of an execution');
  });

  it('with a state machine that is not there, is told what AWS says', async () => {
    const args = ['start', server.stateMachineArn.replace('Greeting', 'Nobody'), '--input', '-'];
    const { code, err } = await server.call(args, { input: '{}' });
    expect(code).toBe(1);
    expect(err).toContain('StateMachineDoesNotExist');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('with nobody at the endpoint, is told so', async () => {
    const executionArn = `${server.stateMachineArn.replace('stateMachine', 'execution')}:0x00000000`;
    const changed = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' };
    const { code, err } = await server.call(['status', executionArn], { changed });
    expect(code).toBe(1);
    expect(err).toContain('ECONNREFUSED');
    expect(err).not.toMatch(/^\s+at /m);
  });
});
