import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { proxyVariables, startForwardProxy, startTlsStub } from './forward-proxy.js';
import { startStatesStub } from './states-stub.js';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:ProcessA-dev';
const hosts = ['states.us-east-1.amazonaws.com', '*.s3.us-east-1.amazonaws.com'];
const cleanups: (() => unknown)[] = [];

/** Runs the built client in a process of its own, since Node.js reads the trusted certificates when it starts. */
async function runClient(script: string, environment: Record<string, string>) {
  const inherited = Object.entries(process.env).filter(([name]) => !proxyVariables.includes(name));
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', `import { createClient } from '@sfs3/client';\n${script}`],
    {
      cwd: import.meta.dirname,
      env: {
        ...Object.fromEntries(inherited),
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        BUCKET_NAME: 'processinput-dev',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        ...environment,
      },
    },
  );
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err };
}

async function open(refuse = false) {
  const folder = await mkdtemp(join(tmpdir(), 'sfs3-proxy-'));
  const stub = await startTlsStub(hosts);
  const proxy = await startForwardProxy(stub.port, refuse);
  const trusted = join(folder, 'ca.pem');
  await writeFile(trusted, stub.certificate);
  cleanups.push(
    () => proxy.close(),
    () => stub.close(),
    () => rm(folder, { recursive: true }),
  );
  return { stub, proxy, trusted };
}

afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

describe('a forward proxy', () => {
  it('carries every request to S3 and Step Functions, as HTTPS_PROXY says', async () => {
    const { stub, proxy, trusted } = await open();
    const script = `
      const execution = await createClient().start('${stateMachineArn}', { foo: 'foo val' });
      console.log(JSON.stringify([execution.eTag, execution.serverSideEncryption, (await execution.wait()).status]));
      process.exit();`;
    const withPassword = proxy.url.replace('//', '//user:secret@');
    const { out, err } = await runClient(script, { HTTPS_PROXY: withPassword, NODE_EXTRA_CA_CERTS: trusted });
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual(['"stored"', 'AES256', 'SUCCEEDED']);

    expect(stub.arrived.map(({ host, method, target }) => target ?? `${method} ${host}`)).toEqual([
      'PUT processinput-dev.s3.us-east-1.amazonaws.com',
      'AWSStepFunctions.StartExecution',
      'AWSStepFunctions.DescribeExecution',
    ]);
    expect(new Set(proxy.tunnels.map(({ to }) => to))).toEqual(
      new Set(['processinput-dev.s3.us-east-1.amazonaws.com:443', 'states.us-east-1.amazonaws.com:443']),
    );
    const credentials = `Basic ${Buffer.from('user:secret').toString('base64')}`;
    expect(proxy.tunnels.every(({ authorization }) => authorization === credentials)).toBe(true);
    expect(proxy.plain()).toBe(0);
  });

  it('that refuses is an error without its password', async () => {
    const { stub, proxy, trusted } = await open(true);
    const script = `
      const executionArn = '${stateMachineArn.replace('stateMachine', 'execution')}:one';
      await createClient().status({ executionArn }).catch((error) => console.log(String(error), error.stack));
      process.exit();`;
    const withPassword = proxy.url.replace('//', '//user:secret@');
    const { out, err } = await runClient(script, { HTTPS_PROXY: withPassword, NODE_EXTRA_CA_CERTS: trusted });
    expect(out).not.toBe('');
    expect(out + err).not.toContain('secret');
    expect(proxy.tunnels.length).toBeGreaterThan(0);
    expect(stub.arrived).toEqual([]);
  });

  it('is not asked for an endpoint on loopback', async () => {
    const { proxy } = await open();
    const states = await startStatesStub([{ status: 'RUNNING' }]);
    cleanups.push(() => states.close());
    const script = `
      const executionArn = '${stateMachineArn.replace('stateMachine', 'execution')}:0x58fe985b67000000';
      console.log((await createClient().status({ executionArn })).status);
      process.exit();`;
    const { out } = await runClient(script, {
      AWS_ENDPOINT_URL: states.endpoint,
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: proxy.url,
    });
    expect(out).toBe('RUNNING\n');
    expect([proxy.tunnels.length, proxy.plain()]).toEqual([0, 0]);
  });
});
