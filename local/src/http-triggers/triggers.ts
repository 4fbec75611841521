import type { IncomingMessage, ServerResponse } from 'node:http';
import { credentialScope } from '../credential-scope.js';
import type { InvokeFunction } from '../invocation.js';
import { readBody } from '../read-body.js';
import type { LocalRoute } from '../service.js';
import { createHttpApiEvent } from './event.js';
import { sendFunctionResult, sendMessage } from './response.js';
import { createRouteTable, type FindRoute } from './route-table.js';

/** The longest body of a request, in bytes: an event of Lambda's 6 MB must hold it. */
const maxBodyBytes = 6 * 1024 * 1024;

/** The longest that an HTTP API waits for its integration. */
const integrationTimeoutMs = 30_000;

/** Options of the embedded http triggers. */
export interface HttpTriggersOptions {
  readonly invoke: InvokeFunction;
  readonly accountId: string;
}

/**
 * The embedded API Gateway HTTP API: routes with `{parameters}` whose functions get payload format 2.0. A route with
 * `auth: 'iam'` refuses requests that are not signed; the signatures themselves are **not verified**, since whoever reaches
 * loopback owns the machine.
 */
export class HttpTriggers {
  readonly #options: HttpTriggersOptions;
  #find: FindRoute = () => undefined;

  constructor(options: HttpTriggersOptions) {
    this.#options = options;
  }

  /** Serves these routes from now on. */
  replace(routes: readonly LocalRoute[]): void {
    this.#find = createRouteTable(routes);
  }

  /** Whether a route answers this request. */
  matches(request: IncomingMessage): boolean {
    return this.#findRoute(request) !== undefined;
  }

  /** Answers a request: by the route's function, or with API Gateway's own 403, 404, 413, 500 or 503. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const match = this.#findRoute(request);
    if (match === undefined) return sendMessage(response, 404, 'Not Found');
    if (match.route.auth === 'iam' && credentialScope(request) === undefined) {
      return sendMessage(response, 403, 'Forbidden');
    }
    const body = await readBody(request, maxBodyBytes);
    if (body === undefined) return sendMessage(response, 413, 'Request Entity Too Large');
    const event = createHttpApiEvent(request, match, body, this.#options.accountId);
    await this.#answer(response, match.route.functionName, JSON.stringify(event));
  }

  async #answer(response: ServerResponse, functionName: string, payload: string): Promise<void> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), integrationTimeoutMs);
    try {
      const result = await this.#options.invoke(functionName, payload, timeout.signal);
      if (result.kind === 'success' && sendFunctionResult(response, result.payload)) return;
      sendMessage(response, 500, 'Internal Server Error');
    } catch (error) {
      if (!timeout.signal.aborted) throw error;
      sendMessage(response, 503, 'Service Unavailable');
    } finally {
      clearTimeout(timer);
    }
  }

  #findRoute(request: IncomingMessage): ReturnType<FindRoute> {
    return this.#find(request.method ?? 'GET', request.url?.split('?')[0] ?? '/');
  }
}
