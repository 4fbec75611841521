import { type Answer, xmlAnswer } from '../answer.js';
import { S3Error } from '../errors.js';
import { bucketOf } from '../object/lookup.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectVersion } from '../store/model.js';
import { document, text } from '../xml/write-xml.js';
import { contentsElement, type ListQuery, listQuery, prefixElements, walk } from './listing.js';
import type { Operation } from './operation.js';

interface Page {
  readonly objects: readonly ObjectVersion[];
  readonly prefixes: readonly string[];
  /** The last entry of the page, where more follow. */
  readonly next: string | undefined;
}

/** ListObjectsV2. */
export const listObjectsV2: Operation = (context): Answer => {
  const { request } = context;
  const bucket = bucketOf(context);
  if (request.query.get('list-type') !== '2') {
    throw new S3Error('InvalidArgument', { fields: { ArgumentName: 'list-type' } });
  }
  const query = listQuery(request, 'max-keys');
  const token = request.query.get('continuation-token');
  const startAfter = request.query.get('start-after');
  const page = pageOf(bucket, query, token === undefined ? (startAfter ?? '') : fromToken(token));
  const withOwner = request.query.get('fetch-owner')?.toLowerCase() === 'true';
  return xmlAnswer(
    document(
      'ListBucketResult',
      text('Name', bucket.name),
      text('Prefix', query.encode(query.prefix)),
      text('StartAfter', startAfter === undefined ? undefined : query.encode(startAfter)),
      text('ContinuationToken', token),
      text('NextContinuationToken', page.next === undefined ? undefined : toToken(page.next)),
      text('KeyCount', page.objects.length + page.prefixes.length),
      ...pageElements(page, query, withOwner),
    ),
  );
};

/** ListObjects, the first version, which older clients use. */
export const listObjects: Operation = (context): Answer => {
  const bucket = bucketOf(context);
  const query = listQuery(context.request, 'max-keys');
  const marker = context.request.query.get('marker') ?? '';
  const page = pageOf(bucket, query, marker);
  const next = query.delimiter === '' || page.next === undefined ? undefined : query.encode(page.next);
  return xmlAnswer(
    document(
      'ListBucketResult',
      text('Name', bucket.name),
      text('Prefix', query.encode(query.prefix)),
      text('Marker', query.encode(marker)),
      text('NextMarker', next),
      ...pageElements(page, query, true),
    ),
  );
};

function pageOf(bucket: Bucket, query: ListQuery, marker: string): Page {
  const objects: ObjectVersion[] = [];
  const prefixes: string[] = [];
  let last = '';
  if (query.maxKeys === 0) return { objects, prefixes, next: undefined };
  for (const step of walk(bucket.keys, query, marker)) {
    const entry = 'key' in step ? bucket.current(step.key) : currentBelow(bucket, step.commonPrefix);
    if (entry === undefined) continue;
    if (objects.length + prefixes.length === query.maxKeys) return { objects, prefixes, next: last };
    if ('key' in step) objects.push(entry);
    else prefixes.push(step.commonPrefix);
    last = 'key' in step ? step.key : step.commonPrefix;
  }
  return { objects, prefixes, next: undefined };
}

/** An object below a prefix; a prefix under which only delete markers stand is not listed. */
function currentBelow(bucket: Bucket, prefix: string): ObjectVersion | undefined {
  let index = bucket.keys.indexFrom(prefix);
  for (let key = bucket.keys.at(index); key?.startsWith(prefix); key = bucket.keys.at(index)) {
    const current = bucket.current(key);
    if (current !== undefined) return current;
    index += 1;
  }
  return undefined;
}

function pageElements(page: Page, query: ListQuery, withOwner: boolean): readonly string[] {
  return [
    text('MaxKeys', query.maxKeys),
    text('Delimiter', query.delimiter === '' ? undefined : query.encode(query.delimiter)),
    text('EncodingType', query.encodingType),
    text('IsTruncated', page.next !== undefined),
    ...page.objects.map((version) => contentsElement(version, query, withOwner)),
    ...prefixElements(page.prefixes, query),
  ];
}

function toToken(key: string): string {
  return Buffer.from(`1${key}`).toString('base64');
}

function fromToken(token: string): string {
  const decoded = Buffer.from(token, 'base64').toString('utf8');
  if (!decoded.startsWith('1') || toToken(decoded.slice(1)) !== token) {
    throw new S3Error('InvalidArgument', {
      message: 'The continuation token provided is incorrect',
      fields: { ArgumentName: 'continuation-token' },
    });
  }
  return decoded.slice(1);
}
