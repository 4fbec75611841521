import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, send } from './answer.js';
import type { OnCreated } from './created-object.js';
import type { Intercept } from './faults.js';
import { hostId, newRequestId } from './identifiers.js';
import { checkBucketName } from './object/lookup.js';
import { perform, report, type Services } from './perform.js';
import { createMemoryStore, openFolderStore } from './store/store.js';

/** How an S3 service is set up. */
export interface S3Options {
  /** A folder that keeps everything over restarts; one process at a time may serve it. Default: memory only. */
  readonly directory?: string;
  /** Makes requests fail on purpose. */
  readonly intercept?: Intercept;
  /** Told of each object that is created, by whatever operation. */
  readonly onCreated?: OnCreated;
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
  const { intercept, onCreated } = options;
  const services: Services = { store, now, intercept, onCreated, closing: closing.signal };
  return {
    handle: (incoming, response) => {
      const work = answerRequest(services, incoming, response);
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

async function answerRequest(
  services: Services,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = newRequestId();
  const identity = { server: 'AmazonS3', 'x-amz-request-id': requestId, 'x-amz-id-2': hostId };
  let answer: Answer | undefined;
  try {
    answer = await perform(services, incoming, requestId);
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
