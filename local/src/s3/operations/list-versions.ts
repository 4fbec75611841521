import { type Answer, xmlAnswer } from '../answer.js';
import { S3Error } from '../errors.js';
import { quote } from '../object/conditions.js';
import { bucketOf } from '../object/lookup.js';
import type { Bucket } from '../store/bucket.js';
import type { Version } from '../store/model.js';
import { document, group, text } from '../xml/write-xml.js';
import { isoDate, type ListQuery, listQuery, ownerElement, prefixElements, walk } from './listing.js';
import type { Operation } from './operation.js';

interface Entry {
  readonly version: Version;
  readonly isLatest: boolean;
}

interface Page {
  readonly entries: readonly Entry[];
  readonly prefixes: readonly string[];
  readonly next: { readonly key: string; readonly versionId?: string } | undefined;
}

/** ListObjectVersions: by key, and under a key the newest first. */
export const listObjectVersions: Operation = (context): Answer => {
  const { request } = context;
  const bucket = bucketOf(context);
  const query = listQuery(request, 'max-keys');
  const keyMarker = request.query.get('key-marker') ?? '';
  const versionMarker = request.query.get('version-id-marker') ?? '';
  if (versionMarker !== '' && keyMarker === '') {
    throw new S3Error('InvalidArgument', {
      message: 'A version-id marker cannot be specified without a key marker.',
      fields: { ArgumentName: 'version-id-marker' },
    });
  }
  const page = pageOf(bucket, query, keyMarker, versionMarker);
  return xmlAnswer(
    document(
      'ListVersionsResult',
      text('Name', bucket.name),
      text('Prefix', query.encode(query.prefix)),
      text('KeyMarker', query.encode(keyMarker)),
      text('VersionIdMarker', versionMarker),
      text('NextKeyMarker', page.next && query.encode(page.next.key)),
      text('NextVersionIdMarker', page.next?.versionId),
      text('MaxKeys', query.maxKeys),
      text('Delimiter', query.delimiter === '' ? undefined : query.encode(query.delimiter)),
      text('EncodingType', query.encodingType),
      text('IsTruncated', page.next !== undefined),
      ...page.entries.map((entry) => entryElement(entry, query)),
      ...prefixElements(page.prefixes, query),
    ),
  );
};

function pageOf(bucket: Bucket, query: ListQuery, keyMarker: string, versionMarker: string): Page {
  const entries: Entry[] = [];
  const prefixes: string[] = [];
  if (query.maxKeys === 0) return { entries, prefixes, next: undefined };
  let last: Page['next'];
  for (const found of allEntries(bucket, query, keyMarker, versionMarker)) {
    if (entries.length + prefixes.length === query.maxKeys) return { entries, prefixes, next: last };
    if (typeof found === 'string') {
      prefixes.push(found);
      last = { key: found };
    } else {
      entries.push(found);
      last = { key: found.version.key, versionId: found.version.versionId };
    }
  }
  return { entries, prefixes, next: undefined };
}

function* allEntries(
  bucket: Bucket,
  query: ListQuery,
  keyMarker: string,
  versionMarker: string,
): Generator<Entry | string> {
  if (versionMarker !== '') yield* entriesOf(bucket, keyMarker, versionMarker);
  for (const step of walk(bucket.keys, query, keyMarker)) {
    if ('commonPrefix' in step) yield step.commonPrefix;
    else yield* entriesOf(bucket, step.key, '');
  }
}

/** The versions of a key; behind the marker, where there is one. */
function* entriesOf(bucket: Bucket, key: string, marker: string): Generator<Entry> {
  const versions = bucket.versions(key);
  const first = marker === '' ? 0 : versions.findIndex((version) => version.versionId === marker) + 1;
  for (const [index, version] of versions.entries()) {
    if (index >= first) yield { version, isLatest: index === 0 };
  }
}

function entryElement({ version, isLatest }: Entry, query: ListQuery): string {
  const shared = [
    text('Key', query.encode(version.key)),
    text('VersionId', version.versionId),
    text('IsLatest', isLatest),
    text('LastModified', isoDate(version.modified)),
  ];
  if (version.kind === 'marker') return group('DeleteMarker', ...shared, ownerElement('Owner'));
  const { checksum } = version;
  return group(
    'Version',
    ...shared,
    text('ETag', quote(version.etag)),
    ...(checksum ? [text('ChecksumAlgorithm', checksum.algorithm), text('ChecksumType', checksum.type)] : []),
    text('Size', version.size),
    ownerElement('Owner'),
    text('StorageClass', version.storageClass),
  );
}
