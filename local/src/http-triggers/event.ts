import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { credentialScope } from '../credential-scope.js';
import type { RouteMatch } from './route-table.js';

/** A request in API Gateway's payload format 2.0 for HTTP APIs. */
export interface HttpApiEvent {
  readonly version: '2.0';
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly requestContext: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** The media types whose bodies API Gateway hands on as text; every other body is base64. */
const textType = /^(?:text\/|application\/(?:json|javascript|xml|[^;]*\+(?:json|xml))(?:$|[;\s]))/;

/**
 * Makes the event of a request.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function createHttpApiEvent(
  request: IncomingMessage,
  { route, pathParameters }: RouteMatch,
  body: Buffer,
  accountId: string,
): HttpApiEvent {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const query = joinValues(new URLSearchParams(rawQueryString));
  const { cookie, ...headers } = joinHeaders(request);
  const isText = textType.test(headers['content-type'] ?? 'text/plain');
  const routeKey = `${route.method} ${route.path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(rawQueryString === '' ? {} : { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    requestContext: requestContext(request, { routeKey, path: rawPath, accountId }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function requestContext(
  request: IncomingMessage,
  {
    routeKey,
    path,
    accountId,
  }: { readonly routeKey: string; readonly path: string; readonly accountId: string },
): Record<string, unknown> {
  const now = new Date();
  const accessKey = credentialScope(request)?.accessKeyId;
  return {
    accountId,
    apiId: 'local',
    ...(accessKey === undefined ? {} : { authorizer: { iam: { accessKey, accountId } } }),
    domainName: request.headers.host ?? '127.0.0.1',
    domainPrefix: 'local',
    http: {
      method: request.method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
  };
}

/** `22/Nov/2026:09:38:00 +0000` */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Header names in lower case, several values of one header joined by commas. */
function joinHeaders(request: IncomingMessage): Record<string, string> {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.push([name, Array.isArray(value) ? value.join(',') : value]);
  }
  return Object.fromEntries(headers);
}

function joinValues(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key).join(',')]));
}
