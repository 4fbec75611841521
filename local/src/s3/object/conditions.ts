import { S3Error } from '../errors.js';
import type { ObjectVersion } from '../store/model.js';

type Headers = Readonly<Record<string, string>>;

/** Which headers state the four conditions of a read, with their prefix. */
const source = 'x-amz-copy-source-';

/**
 * Holds the conditions of a GET or HEAD against a version, as RFC 9110 orders them.
 * Throws NotModified (304) or PreconditionFailed (412).
 */
export function checkRead(headers: Headers, version: ObjectVersion): void {
  const failed = failedReadCondition(headers, '', version);
  if (failed === undefined) return;
  if (failed === 'If-Match' || failed === 'If-Unmodified-Since') throw preconditionFailed(failed);
  throw new S3Error('NotModified', {
    headers: { etag: quote(version.etag), 'last-modified': httpDate(version.modified) },
  });
}

/** Holds the conditions of a copy against its source: any that fails is a 412. */
export function checkCopySource(headers: Headers, version: ObjectVersion): void {
  const failed = failedReadCondition(headers, source, version);
  if (failed !== undefined) throw preconditionFailed(source + failed.toLowerCase());
}

/** Refuses the conditions that S3 does not have for writes. To be called before the body is read. */
export function checkWriteForm(headers: Headers): void {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch.trim() !== '*') throw notImplemented('If-None-Match');
  if (ifMatch !== undefined && ifMatch.trim() === '*') throw notImplemented('If-Match');
  if (ifMatch !== undefined && ifNoneMatch !== undefined) throw notImplemented('If-Match,If-None-Match');
  if (headers['if-modified-since'] !== undefined) throw notImplemented('If-Modified-Since');
  if (headers['if-unmodified-since'] !== undefined) throw notImplemented('If-Unmodified-Since');
}

/**
 * Holds the conditions of a write against the current object.
 * Nothing may be awaited between this and the commit: that makes the pair atomic.
 */
export function checkWrite(headers: Headers, key: string, current: ObjectVersion | undefined): void {
  if (headers['if-none-match'] !== undefined && current !== undefined)
    throw preconditionFailed('If-None-Match');
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return;
  if (current === undefined) throw new S3Error('NoSuchKey', { fields: { Key: key } });
  if (!matches(ifMatch, current.etag)) throw preconditionFailed('If-Match');
}

/** Whether an ETag is in a list of ETags as If-Match has it; `*` is every ETag. */
export function matches(list: string, etag: string): boolean {
  return list.split(',').some((item) => {
    const candidate = unquote(item.trim().replace(/^W\//, ''));
    return candidate === '*' || candidate === etag;
  });
}

/** An error that says which condition did not hold. */
export function preconditionFailed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', { fields: { Condition: condition } });
}

/** An ETag as headers have it. */
export function quote(etag: string): string {
  return `"${etag}"`;
}

/** An ETag without its quotes. */
export function unquote(etag: string): string {
  return etag.replace(/^"(.*)"$/, '$1');
}

/** A date as headers have it, in whole seconds. */
export function httpDate(milliseconds: number): string {
  return new Date(milliseconds).toUTCString();
}

function failedReadCondition(headers: Headers, prefix: string, version: ObjectVersion): string | undefined {
  const ifMatch = headers[`${prefix}if-match`];
  const ifNoneMatch = headers[`${prefix}if-none-match`];
  const since = dateOf(headers[`${prefix}if-modified-since`]);
  const until = dateOf(headers[`${prefix}if-unmodified-since`]);
  const modified = Math.floor(version.modified / 1000) * 1000;
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, version.etag)) return 'If-Match';
  } else if (until !== undefined && modified > until) return 'If-Unmodified-Since';
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, version.etag) ? 'If-None-Match' : undefined;
  return since !== undefined && modified <= since ? 'If-Modified-Since' : undefined;
}

function dateOf(header: string | undefined): number | undefined {
  const milliseconds = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function notImplemented(header: string): S3Error {
  return new S3Error('NotImplemented', { fields: { Header: header } });
}
