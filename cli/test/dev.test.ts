import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServer, startDevServer } from './dev-server.js';
import { sfs3 } from './sfs3.js';
import { greetingBody, greetingFiles } from './spec-folder.js';

let server: DevServer;

beforeAll(async () => {
  server = await startDevServer();
});
afterAll(() => server?.close());

/** Starts an execution and answers its document. */
async function greet(): Promise<string> {
  const args = ['start', server.stateMachineArn, '--json', '--input', '-'];
  const { out } = await server.call(args, { input: '{"name":"Ada"}' });
  const { executionArn } = JSON.parse(out) as { executionArn: string };
  return (await server.call(['fetch', executionArn])).out;
}

describe('sfs3 dev', () => {
  it('prints the variables that a client needs, for a shell, then ready', () => {
    const { env, process } = server;
    expect(process.out()).toMatch(/^(export [A-Z_]+='[^']*'\n){7}ready\n$/);
    expect(env).toMatchObject({
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      BUCKET_NAME: 'greetings-dev',
      STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:Greeting-dev',
    });
    expect(process.err()).toContain('Other: arn:aws:states:us-east-1:000000000000:stateMachine:Other-dev');
  });

  it('swaps a body, shows a mistake while the old one goes on, and follows the spec', async () => {
    const { folder, process } = server;
    await folder.write('steps/Greeting/greet.ts', greetingBody('Welcome'));
    await process.printed('err', 'reloaded');
    expect(await greet()).toContain('Welcome Ada');

    await folder.write('steps/Greeting/greet.ts', 'export const run = (;\n');
    await process.printed('err', 'goes on');
    expect(process.err()).toContain('greet.ts:1:20');
    expect(await greet()).toContain('Welcome Ada');

    const spec = greetingFiles['workflow.yaml'];
    await folder.write('workflow.yaml', spec.replace('greet: {}', 'greet: { next: othr }'));
    await process.printed('err', 'goes on');
    expect(process.err()).toContain('unknown-target');
    expect(await greet()).toContain('Welcome Ada');

    await folder.write('steps/Greeting/greet.ts', greetingBody('Good day'));
    await folder.write('workflow.yaml', spec.replace('greet: {}', 'greet: { output: greeting }'));
    await process.printed('err', 'reloaded');
    await expect.poll(greet, { timeout: 15_000 }).toContain('"greeting":{"text":"Good day Ada"}');
  });

  it('refuses a port that is taken, without a stack trace', async () => {
    const { port } = new URL(server.env.AWS_ENDPOINT_URL ?? '');
    const { code, err } = await sfs3(['dev', '--port', port], { cwd: server.folder.path });
    expect(code).toBe(1);
    expect(err).toContain(port);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s, and nothing answers any more', async (signal) => {
    const other = await startDevServer('--directory', 'objects');
    try {
      const endpoint = other.env.AWS_ENDPOINT_URL ?? '';
      expect((await fetch(endpoint)).status).toBeGreaterThanOrEqual(400);
      expect(await other.process.stop(signal)).toBe(0);
      await expect(fetch(endpoint)).rejects.toThrow();
    } finally {
      await other.close();
    }
  });
});
