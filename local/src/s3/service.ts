import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, send } from './answer.js';
import { codeAnswer, errorAnswer, type FailedRequest } from './error-answer.js';
import { S3Error } from './errors.js';
import type { Fault, Intercept } from './faults.js';
import { hostId, newRequestId } from './identifiers.js';
import { checkBucketName } from './object/lookup.js';
import { readRequest, type S3Request } from './request.js';
import { findRoute, type Route } from './route.js';
import { createMemoryStore, openFolderStore, type Store } from './store/store.js';

/** How an S3 service is set up. */
export interface S3Options {
  /** A folder that keeps everything over restarts; one process at a time may serve it. Default: memory only. */
  readonly directory?: string;
  /** Makes requests fail on purpose. */
  readonly intercept?: Intercept;
  /** The clock. Default: the system's. */
  readonly now?: () => Date;
}

/** An S3 service without a server of its own. */
export interface S3Service {
  /** Answers one HTTP request, path style or virtual-host style; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Creates a bucket where there is none, and enables versioning where that is wanted. Throws `S3Error` on a bad name. */
  ensureBucket(name: string, options?: { readonly versioning?: boolean }): Promise<void>;
  hasBucket(name: string): boolean;
  /** Waits for the requests in progress, then closes the store. Whoever has the server closes its connections first. */
  close(): Promise<void>;
}

/** Starts an S3 service, in memory or on a folder. */
export async function createS3Service(options: S3Options = {}): Promise<S3Service> {
  const store =
    options.directory === undefined ? createMemoryStore() : await openFolderStore(options.directory);
  const clock = options.now ?? (() => new Date());
  const now = (): number => clock().getTime();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  return {
    handle: (incoming, response) => {
      const work = answerRequest(
        { store, now, intercept: options.intercept, closing: closing.signal },
        incoming,
        response,
      );
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    ensureBucket: async (name, { versioning = false } = {}) => {
      checkBucketName(name);
      if (!store.buckets.has(name)) {
        store.commit({ kind: 'create-bucket', bucket: name, created: now(), location: '' });
      }
      if (versioning && store.buckets.get(name)?.versioning !== 'Enabled') {
        store.commit({ kind: 'versioning', bucket: name, status: 'Enabled' });
      }
    },
    hasBucket: (name) => store.buckets.has(name),
    close: async () => {
      closing.abort();
      await Promise.all(running);
      await store.close();
    },
  };
}

interface Services {
  readonly store: Store;
  readonly now: () => number;
  readonly intercept: Intercept | undefined;
  readonly closing: AbortSignal;
}

async function answerRequest(
  services: Services,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = newRequestId();
  const path = (incoming.url ?? '/').replace(/\?.*$/s, '');
  const failed: FailedRequest = { method: incoming.method ?? 'GET', path, requestId };
  const identity = { server: 'AmazonS3', 'x-amz-request-id': requestId, 'x-amz-id-2': hostId };
  let answer: Answer | undefined;
  try {
    answer = await perform(services, incoming, failed);
    if (answer === undefined) incoming.socket.destroy();
    else await send({ ...answer, headers: { ...identity, ...answer.headers } }, response);
  } catch (error) {
    report(error);
    // The body could not be read to its end, and its head is sent: only the end of the connection can say so.
    response.destroy();
  } finally {
    answer?.done?.();
  }
}

/** The answer to a request; nothing where a fault cuts the connection. */
async function perform(
  services: Services,
  incoming: IncomingMessage,
  failed: FailedRequest,
): Promise<Answer | undefined> {
  try {
    const request = readRequest(incoming);
    const route = findRoute(request);
    const fault = services.intercept?.(describe(request, route));
    if (fault?.kind === 'answer') {
      await drain(incoming);
      return codeAnswer(fault.status, fault.code, failed);
    }
    if (fault?.kind === 'cut' && fault.when === 'before') return undefined;
    const answer = await run(services, request, route, fault);
    if (fault?.kind !== 'cut') return answer;
    answer.done?.();
    return undefined;
  } catch (error) {
    if (!(error instanceof S3Error)) report(error);
    await drain(incoming);
    return errorAnswer(error, failed);
  }
}

async function run(
  services: Services,
  request: S3Request,
  route: Route,
  fault: Fault | undefined,
): Promise<Answer> {
  const { store, now, closing } = services;
  const wait = fault?.kind === 'delay' ? fault.milliseconds : 0;
  const ready = async (): Promise<void> => {
    // A service that closes does not wait out its delays.
    if (wait > 0) await sleep(wait, undefined, { signal: closing }).catch(() => undefined);
  };
  const hasBody = request.method === 'PUT' || request.method === 'POST';
  if (!hasBody) await ready();
  return route.run({ request, store, now, ready });
}

function describe(request: S3Request, route: Route) {
  const { method, bucket, key, headers } = request;
  return { operation: route.name, method, bucket, headers, ...(key !== '' && { key }) };
}

/** Takes the rest of a body, so that the answer to it is read and the connection stays of use. */
async function drain(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) {
    incoming.resume();
    return;
  }
  await new Promise<void>((resolve) => {
    incoming
      .once('end', resolve)
      .once('close', resolve)
      .once('error', () => resolve());
    incoming.resume();
  });
}

/** A fault of this server, which a bare 500 would hide. The error is of the file system or of a mistake here: it holds no payload. */
function report(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
