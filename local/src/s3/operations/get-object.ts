import type { Answer } from '../answer.js';
import { checksumHeader } from '../body/checksums.js';
import { S3Error } from '../errors.js';
import { attributeHeaders } from '../object/attributes.js';
import { checkRead, httpDate, matches, quote } from '../object/conditions.js';
import { openContent } from '../object/content.js';
import { bucketOf, findObject, versionHeaders, versionIdOf } from '../object/lookup.js';
import { contentRange, parseRange, partStretch, type Stretch } from '../object/range.js';
import type { S3Request } from '../request.js';
import type { ObjectVersion } from '../store/model.js';
import type { Context, Operation } from './operation.js';

interface Found {
  readonly version: ObjectVersion;
  readonly stretch: Stretch;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Query parameters that replace headers of the answer. */
export const responseOverrides: readonly string[] = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
].map((name) => `response-${name}`);

/** GetObject: whole, a range, or a part; conditional; by version. */
export const getObject: Operation = async (context): Promise<Answer> => {
  const { version, stretch, status, headers } = find(context);
  const content = await openContent(context.store.blobs, version.pieces, stretch.start, stretch.end);
  return { status, headers, body: content.body, length: stretch.end - stretch.start, done: content.release };
};

/** HeadObject: what GetObject would answer, without the body. */
export const headObject: Operation = (context): Answer => {
  const { stretch, status, headers } = find(context);
  return { status, headers, length: stretch.end - stretch.start };
};

function find(context: Context): Found {
  const { request } = context;
  const bucket = bucketOf(context);
  const version = findObject(bucket, request.key, versionIdOf(request.query.get('versionId')));
  checkRead(request.headers, version);
  const stretch = stretchOf(request, version);
  const headers = {
    'last-modified': httpDate(version.modified),
    etag: quote(version.etag),
    'accept-ranges': 'bytes',
    ...attributeHeaders(version),
    ...versionHeaders(bucket, version.versionId),
    ...(stretch === undefined && checksumHeaders(request, version)),
    ...(stretch !== undefined && { 'content-range': contentRange(stretch, version.size) }),
    ...(request.query.has('partNumber') &&
      version.multipart && { 'x-amz-mp-parts-count': `${version.pieces.length}` }),
    ...overrides(request),
  };
  return {
    version,
    headers,
    status: stretch ? 206 : 200,
    stretch: stretch ?? { start: 0, end: version.size },
  };
}

function stretchOf(request: S3Request, version: ObjectVersion): Stretch | undefined {
  const { range } = request.headers;
  const partNumber = request.query.get('partNumber');
  if (partNumber === undefined)
    return isRangeWanted(request, version) ? parseRange(range, version.size) : undefined;
  if (range !== undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Cannot specify both Range header and partNumber query parameter',
    });
  }
  return version.size === 0 ? undefined : partStretch(version, partNumber);
}

function isRangeWanted(request: S3Request, version: ObjectVersion): boolean {
  const condition = request.headers['if-range'];
  return (
    condition === undefined || matches(condition, version.etag) || condition === httpDate(version.modified)
  );
}

function checksumHeaders(request: S3Request, { checksum }: ObjectVersion): Readonly<Record<string, string>> {
  if (checksum === undefined || request.headers['x-amz-checksum-mode']?.toUpperCase() !== 'ENABLED')
    return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

function overrides(request: S3Request): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const name of responseOverrides) {
    const value = request.query.get(name);
    if (value !== undefined) headers[name.slice('response-'.length)] = value;
  }
  return headers;
}
