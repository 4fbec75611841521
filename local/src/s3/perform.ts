import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.js';
import { type OnCreated, watchedStore } from './created-object.js';
import { codeAnswer, errorAnswer } from './error-answer.js';
import { S3Error } from './errors.js';
import type { Fault, Intercept, InterceptedRequest } from './faults.js';
import { readRequest, type S3Request } from './request.js';
import { findRoute, type Route } from './route.js';
import type { Store } from './store/store.js';

/** What the requests of one service share. */
export interface Services {
  readonly store: Store;
  readonly now: () => number;
  readonly intercept: Intercept | undefined;
  readonly onCreated: OnCreated | undefined;
  readonly closing: AbortSignal;
}

/**
 * Performs a request: the answer, be it an error's, or nothing where a fault cuts the connection.
 * Never rejects.
 */
export async function perform(
  services: Services,
  incoming: IncomingMessage,
  requestId: string,
): Promise<Answer | undefined> {
  const failed = { method: incoming.method ?? 'GET', path: pathOf(incoming), requestId };
  try {
    const request = readRequest(incoming);
    const route = findRoute(request);
    const fault = services.intercept?.(describe(request, route));
    if (fault?.kind === 'answer') {
      await drain(incoming);
      return codeAnswer(fault.status, fault.code, failed);
    }
    if (fault?.kind !== 'cut') return await run(services, request, route, fault);
    if (fault.when === 'after') await runUnheard(services, request, route);
    return undefined;
  } catch (error) {
    if (!(error instanceof S3Error)) report(error);
    await drain(incoming);
    return errorAnswer(error, failed);
  }
}

/** Performs a request whose answer is lost, whatever it is. */
async function runUnheard(services: Services, request: S3Request, route: Route): Promise<void> {
  try {
    (await run(services, request, route, undefined)).done?.();
  } catch (error) {
    if (!(error instanceof S3Error)) report(error);
  }
}

async function run(
  services: Services,
  request: S3Request,
  route: Route,
  fault: Extract<Fault, { kind: 'delay' }> | undefined,
): Promise<Answer> {
  const { now, closing, onCreated } = services;
  const store = onCreated ? watchedStore(services.store, route.name, onCreated) : services.store;
  const wait = fault?.milliseconds ?? 0;
  const ready = async (): Promise<void> => {
    // A service that closes does not wait out its delays.
    if (wait > 0) await sleep(wait, undefined, { signal: closing }).catch(() => undefined);
  };
  const hasBody = request.method === 'PUT' || request.method === 'POST';
  if (!hasBody) await ready();
  return route.run({ request, store, now, ready });
}

function describe(request: S3Request, route: Route): InterceptedRequest {
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

function pathOf(incoming: IncomingMessage): string {
  return (incoming.url ?? '/').replace(/\?.*$/s, '');
}

/** A fault of this server, which a bare 500 would hide. The error is of the file system or of a mistake here: it holds no payload. */
export function report(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
