import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type LocalOptions,
  type LocalService,
  type LocalServices,
  type LogLine,
  startLocalServices,
} from '@sfs3/local';

/** A function of a test: its TypeScript source, and settings where the defaults do not do. */
export interface FunctionSource {
  readonly source: string;
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The payload of an answer of Lambda's Invoke. */
export interface Invoked {
  readonly status: number;
  readonly functionError: string | null;
  readonly payload: unknown;
}

/** Embedded services whose functions come from source texts. */
export interface Fixture {
  readonly services: LocalServices;
  readonly lines: LogLine[];
  /** Holds the sources. */
  readonly folder: string;
  apply(
    functions: Readonly<Record<string, string | FunctionSource>>,
    rest?: Partial<LocalService>,
  ): Promise<void>;
  invoke(name: string, payload?: unknown, headers?: Readonly<Record<string, string>>): Promise<Invoked>;
  close(): Promise<void>;
}

export async function startFixture(options: LocalOptions = {}): Promise<Fixture> {
  const lines: LogLine[] = [];
  const services = await startLocalServices({ log: (line) => lines.push(line), ...options });
  const folder = await mkdtemp(join(tmpdir(), 'sfs3-functions-'));
  return {
    services,
    lines,
    folder,
    async apply(functions, rest = {}) {
      const deployed = Object.entries(functions).map(async ([name, given]) => {
        const { source, ...settings } = typeof given === 'string' ? { source: given } : given;
        const entry = join(folder, `${name}.ts`);
        await writeFile(entry, source);
        return { name, entry, timeoutSeconds: 20, memoryMb: 128, environment: {}, ...settings };
      });
      await services.apply({
        bucket: { name: 'test-bucket', versioning: true },
        functions: await Promise.all(deployed),
        stateMachines: [],
        routes: [],
        ...rest,
      });
    },
    async invoke(name, payload = {}, headers = {}) {
      const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
      const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const answer = await fetch(services.endpoint + path, { method: 'POST', body, headers });
      const text = await answer.text();
      const functionError = answer.headers.get('x-amz-function-error');
      return { status: answer.status, functionError, payload: text === '' ? undefined : JSON.parse(text) };
    },
    async close() {
      await services.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server at which functions arrive and wait until the test lets them go. */
export interface Gate {
  readonly url: string;
  /** Of every request that has come in. */
  readonly paths: string[];
  /** Resolves when so many requests have come in all. */
  arrived(count: number): Promise<void>;
  /** Answers all that wait. */
  open(): void;
  close(): void;
}

export async function startGate(): Promise<Gate> {
  const waiting: ServerResponse[] = [];
  const watchers: (() => void)[] = [];
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    waiting.push(response);
    for (const watch of watchers) watch();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    paths,
    arrived: (expected) =>
      new Promise((resolve) => {
        const watch = () => paths.length >= expected && resolve();
        watchers.push(watch);
        watch();
      }),
    open() {
      for (const response of waiting.splice(0)) response.end();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
