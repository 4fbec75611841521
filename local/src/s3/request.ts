import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.js';

/** An HTTP request, read as one to S3. */
export interface S3Request {
  readonly method: string;
  /** Empty at the service's root. */
  readonly bucket: string;
  /** Empty at a bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  /** The path as it came. */
  readonly path: string;
  readonly incoming: IncomingMessage;
}

const virtualHost = /^(?<bucket>.+?)\.(?:s3\.)?(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

/**
 * Reads bucket and key, path style or virtual-host style (`<bucket>.localhost`), the query, and the headers.
 * A presigned URL may carry `x-amz-…` headers in its query.
 */
export function readRequest(incoming: IncomingMessage): S3Request {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = readQuery(mark < 0 ? '' : url.slice(mark + 1));
  const bucketOfHost = virtualHost.exec(incoming.headers.host ?? '')?.groups?.bucket;
  const route = bucketOfHost === undefined || bucketOfHost === 's3' ? path.slice(1) : bucketOfHost + path;
  const slash = route.indexOf('/');
  return {
    method: incoming.method ?? 'GET',
    bucket: decode(slash < 0 ? route : route.slice(0, slash)),
    key: slash < 0 ? '' : decode(route.slice(slash + 1)),
    query,
    headers: readHeaders(incoming, query),
    path,
    incoming,
  };
}

function readQuery(source: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  if (source === '') return query;
  for (const pair of source.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    query.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  return query;
}

function readHeaders(
  incoming: IncomingMessage,
  query: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (name.toLowerCase().startsWith('x-amz-')) headers[name.toLowerCase()] = value;
  }
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(',');
  }
  return headers;
}

/** S3 reads a bare `+` as a space, in paths too; a client that means `+` sends `%2B`. */
function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new S3Error('InvalidURI');
  }
}
