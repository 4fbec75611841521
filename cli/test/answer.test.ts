import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServer, serveFiles } from './dev-server.js';

const files = {
  'workflow.yaml': `service: approvals
storage:
  bucket: approvals
workflows:
  Approval:
    steps:
      approve:
        callback: {}
        output: { schema: { type: object, required: [approved] } }
      thank: { reads: [approve-output] }
`,
  'steps/Approval/approve.ts': `export const run = ({ context }: { context: { taskToken: string } }): void => {
  console.log(\`give \${context.taskToken} away\`);
};
`,
  'steps/Approval/thank.ts': "export const run = async (): Promise<string> => 'thanks';\n",
};

let server: DevServer;
beforeAll(async () => {
  server = await serveFiles(files);
});
afterAll(() => server?.close());

/** Starts an execution and waits until its step has asked. */
async function ask(): Promise<{ executionArn: string; token: string }> {
  const args = ['start', server.stateMachineArn, '--input', '-', '--timeout', '0.01'];
  const { out } = await server.call(args, { input: '{"order":7}' });
  const [txnLine = '', , executionArn = ''] = out.split('\n');
  const start = `give Approval.${txnLine.replace('txnId: ', '')}.approve.`;
  await server.process.printed('err', start);
  await server.process.printed('err', ' away');
  const err = server.process.err();
  const token = /give (\S+) away/.exec(err.slice(err.indexOf(start)))?.[1] ?? '';
  return { executionArn, token };
}

describe('sfs3 complete', () => {
  it('answers by the token or by the execution, the same twice, and no other answer', async () => {
    const [one, other] = [await ask(), await ask()];
    const input = '{"approved":true}';
    const done = { code: 0, out: 'completed\n', err: '' };
    expect(await server.call(['complete', one.token, '--output', '-'], { input })).toEqual(done);
    const args = ['complete', other.executionArn, '--step', 'approve', '--output', '-'];
    expect(await server.call(args, { input })).toEqual(done);
    expect(await server.call(args, { input })).toEqual(done);
    for (const { executionArn } of [one, other]) {
      expect((await server.call(['wait', executionArn, '--timeout', '20'])).out).toContain('SUCCEEDED');
      const { out } = await server.call(['fetch', executionArn]);
      expect(out).toBe('{"order":7,"approve-output":{"approved":true},"thank-output":"thanks"}\n');
    }
    const refused = await server.call(args, { input: '{"approved":false}' });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('AlreadyAnsweredError');
  });

  it('tells what it was called without', async () => {
    const { executionArn, token } = await ask();
    const wrong: [readonly string[], number, string][] = [
      [['complete', executionArn], 2, '--step'],
      [['complete', 'no-token'], 2, 'is not a token'],
      [['complete', token, '--step', 'thank'], 2, 'The token is of step "approve"'],
      [['complete', token, '--output', '-'], 2, 'The output in standard input is not JSON'],
      [['complete', token, '--output', 'nowhere.json'], 2, 'The output file "nowhere.json" cannot be read'],
      [['complete', executionArn, '--step', 'thank'], 1, 'has not asked for an answer'],
      [['fail', token, '--error', 'x'.repeat(257)], 2, '1 to 256 characters'],
    ];
    for (const [args, exit, message] of wrong) {
      const { code, out, err } = await server.call(args, { input: '{' });
      expect([code, out]).toEqual([exit, '']);
      expect(err).toContain(message);
      expect(err).not.toMatch(/^\s+at /m);
    }
    expect((await server.call(['fail', token])).code).toBe(0);
  });
});

describe('sfs3 fail', () => {
  it('lets the step fail with the error and its cause', async () => {
    const { executionArn, token } = await ask();
    const args = ['fail', token, '--error', 'TooDear', '--cause', 'nobody pays that'];
    expect(await server.call(args)).toEqual({ code: 0, out: 'failed\n', err: '' });
    const { code, err } = await server.call(['wait', executionArn, '--timeout', '20']);
    expect([code, err]).toEqual([1, 'error: TooDear\ncause: nobody pays that\n']);
  });
});
