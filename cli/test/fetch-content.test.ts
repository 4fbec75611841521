import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServer, serveFiles } from './dev-server.js';
import { sfs3 } from './sfs3.js';

let server: DevServer;
let executionArn = '';

beforeAll(async () => {
  server = await serveFiles({
    'workflow.yaml': `service: letters
storage: { bucket: letters }
workflows:
  Letter:
    steps:
      write: { output: { key: letter, content: text/plain } }
`,
    'steps/Letter/write.ts': `export const run = () => ['Grüße', ' ', 'aus Bonn'];\n`,
  });
  const started = await server.call(['start', server.stateMachineArn, '--json']);
  executionArn = JSON.parse(started.out).executionArn;
});
afterAll(() => server?.close());

describe('sfs3 fetch --output', () => {
  it('writes the bytes of the file, and nothing else', async () => {
    const { env, folder } = server;
    const fetched = await sfs3(['fetch', executionArn, '--output', 'letter'], { cwd: folder.path, env });
    expect(fetched).toEqual({ code: 0, err: '', out: 'Grüße aus Bonn' });
    expect((await server.call(['fetch', executionArn, '--output', 'letter'])).out).toBe('Grüße aus Bonn');
  });

  it('leaves a reference in the document', async () => {
    const { out } = await server.call(['fetch', executionArn]);
    expect(JSON.parse(out).letter).toMatchObject({
      $ref: expect.stringMatching(/^s3:\/\/letters-dev\/out\/Letter\/0x[0-9a-f]+\/letter$/),
      size: 16,
      type: 'text/plain',
    });
  });

  it('says what is not there', async () => {
    const { code, err, out } = await server.call(['fetch', executionArn, '--output', 'postcard']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('ContentNotFoundError: There is no content s3://letters-dev/out/Letter/');
  });
});
