import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { credentialScope } from './credential-scope.js';
import type { Log } from './log-line.js';

/** Answers a request whole. */
export type HandleRequest = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The services behind the endpoint. */
export interface EndpointServices {
  readonly s3: { readonly handle: HandleRequest; hasBucket(name: string): boolean };
  readonly states: { readonly handle: HandleRequest };
  readonly lambda: { readonly handle: HandleRequest };
  readonly triggers: { readonly handle: HandleRequest; matches(request: IncomingMessage): boolean };
}

/** A server that listens. */
export interface Endpoint {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Ends every connection, at once. */
  close(): Promise<void>;
}

/** Options of the endpoint. */
export interface EndpointOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly services: EndpointServices;
  readonly log: Log;
}

/**
 * Listens on 127.0.0.1 and hands each request to its service. A signed request says in its credential scope which service it
 * means; an unsigned one goes to the route that it matches, else to the bucket that its path begins with.
 */
export async function startEndpoint({ port, services, log }: EndpointOptions): Promise<Endpoint> {
  const server = createServer((request, response) => void serve(services, log, request, response));
  // Longer than the SDKs' own idle time, so that a client never writes into a connection that is just being closed.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 30_000;
  server.requestTimeout = 600_000;
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** No failure inside a service may end the process: it is logged by its name, and the caller gets a 500. */
async function serve(
  services: EndpointServices,
  log: Log,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A connection that is cut shows in the request's own flow; without a listener it would end the process.
  request.on('error', () => {});
  response.on('error', () => {});
  try {
    await choose(services, request)(request, response);
  } catch (error) {
    if (!request.socket.destroyed) {
      log({ source: 'endpoint', stream: 'stderr', text: `${request.method} failed: ${String(error)}` });
    }
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'InternalError', 'The embedded service failed; its log says why.');
  }
}

function choose(services: EndpointServices, request: IncomingMessage): HandleRequest {
  const { s3, states, lambda, triggers } = services;
  const path = request.url?.split('?')[0] ?? '/';
  if (String(request.headers['x-amz-target']).startsWith('AWSStepFunctions.')) return bind(states);
  if (path.startsWith('/2015-03-31/functions')) return bind(lambda);
  const service = credentialScope(request)?.service;
  if (service === 's3') return bind(s3);
  if (service === 'states') return bind(states);
  if (service === 'lambda') return bind(lambda);
  if (service === 'execute-api') return bind(triggers);
  if (service !== undefined) {
    const message = `The service "${service}" is not served here; s3, states, lambda and execute-api are.`;
    return async (_, response) => refuse(response, 400, 'UnknownService', message);
  }
  if (triggers.matches(request)) return bind(triggers);
  return s3.hasBucket(firstSegment(path)) ? bind(s3) : bind(triggers);
}

function bind(service: { readonly handle: HandleRequest }): HandleRequest {
  return (request, response) => service.handle(request, response);
}

function firstSegment(path: string): string {
  const segment = path.split('/')[1] ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message }));
}
