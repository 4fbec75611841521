import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CopiedService, copyService } from './package-service.js';
import { readZip } from './read-zip.js';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const deployed = {
  Configuration: {
    FunctionName: 'deployed',
    CodeSha256: 'another',
    State: 'Active',
    LastUpdateStatus: 'Successful',
  },
  Code: {},
};

let calls: Call[];
let server: Server;
let copy: CopiedService;
beforeEach(async () => {
  calls = [];
  // The edge of AWS: a Lambda that knows every function, and is content with what it is sent.
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '' } = request;
      calls.push({ method, path, body: Buffer.concat(chunks).toString() });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(deployed));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  copy = copyService(fileURLToPath(new URL('../..', import.meta.url)), ['steps']);
});
afterEach(async () => {
  copy.remove();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('bundles the one function that `deploy function` sends, and leaves its role alone', async () => {
  const { port } = server.address() as AddressInfo;
  await copy.serverless(['deploy', 'function', '--function', 'ProcessAStepB'], {
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  });
  const writes = calls.filter(({ method }) => method === 'PUT');
  expect(writes.map(({ path }) => path)).toEqual([
    '/2015-03-31/functions/s3processdata-dev-ProcessA-step-b/code',
    '/2015-03-31/functions/s3processdata-dev-ProcessA-step-b/configuration',
  ]);
  expect(JSON.parse(writes[1]?.body ?? '')).not.toHaveProperty('Role');
  const folder = mkdtempSync(join(tmpdir(), 'sfs3-function-'));
  try {
    const zip = join(folder, 'code.zip');
    writeFileSync(zip, Buffer.from(JSON.parse(writes[0]?.body ?? '').ZipFile, 'base64'));
    const files = readZip(zip);
    expect([...files.keys()]).toEqual(['.build/ProcessA/step-b.cjs']);
    const bundle = join(folder, 'step-b.cjs');
    writeFileSync(bundle, files.get('.build/ProcessA/step-b.cjs') ?? '');
    expect(createRequire(import.meta.url)(bundle).handler).toBeTypeOf('function');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
