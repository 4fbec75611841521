import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';

let folder: string;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sfs3-orphans-'));
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the services in a process of their own and invokes one function, which says its process id in its request here. */
async function killHostAtRequest(source: string): Promise<number> {
  const local = pathToFileURL(createRequire(import.meta.url).resolve('@sfs3/local')).href;
  const entry = join(folder, 'busy.ts');
  await writeFile(entry, source);
  const service = {
    bucket: { name: 'test-bucket', versioning: false },
    functions: [{ name: 'busy', entry, timeoutSeconds: 60, memoryMb: 128, environment: {} }],
    stateMachines: [],
    routes: [],
  };
  const host = `import { startLocalServices } from '${local}';
    const services = await startLocalServices();
    await services.apply(${JSON.stringify(service)});
    await fetch(services.endpoint + '/2015-03-31/functions/busy/invocations', { method: 'POST', body: '{}' });`;
  await writeFile(join(folder, 'host.mjs'), host);
  // What a killed host leaves behind, it leaves in this folder.
  const env = { ...process.env, TMPDIR: folder };
  const running = spawn(process.execPath, [join(folder, 'host.mjs')], { env, stdio: 'ignore' });
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  running.kill('SIGKILL');
  await once(running, 'exit');
  return Number(request.url?.slice(1));
}

/** A process that has ended may stay in the table until somebody asks for its exit code. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux';
  }
}

test('a function that runs does not outlive a host that was killed', async () => {
  const pid = await killHostAtRequest(`export const handler = () => {
    setInterval(() => console.log('here'), 1);
    return fetch('${url}/' + process.pid);
  };`);
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

test('a function whose host is gone before it has started ends by itself', async () => {
  const bundle = join(folder, 'bundle.cjs');
  await writeFile(bundle, 'exports.handler = () => 1;');
  const sandbox = createRequire(import.meta.url)
    .resolve('@sfs3/local')
    .replace(/index\.js$/, 'lambda/sandbox-process.js');
  const starting = fork(sandbox, [JSON.stringify({ bundle })], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  onTestFinished(() => {
    starting.kill('SIGKILL');
  });
  starting.disconnect();
  const [code] = await once(starting, 'exit');
  expect(code).toBe(0);
});
