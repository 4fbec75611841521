import { type Answer, xmlAnswer } from '../answer.js';
import { textBody } from '../body/receive-body.js';
import { S3Error } from '../errors.js';
import { newVersionId } from '../identifiers.js';
import { matches, preconditionFailed } from '../object/conditions.js';
import { bucketOf, versionIdOf } from '../object/lookup.js';
import type { Bucket } from '../store/bucket.js';
import { childrenOf, parseXml, textOf, type XmlElement } from '../xml/parse-xml.js';
import { document, group, text } from '../xml/write-xml.js';
import type { Context, Operation } from './operation.js';

const mostDeletions = 1000;

interface Deletion {
  readonly key: string;
  readonly versionId?: string;
  /** The condition: an ETag, or `*`. */
  readonly etag?: string;
}

interface Deleted {
  /** The version that was removed, or the delete marker that was made. */
  readonly versionId?: string;
  /** True where a delete marker was made or removed. */
  readonly marker: boolean;
}

/** DeleteObject: removes a version, or puts a delete marker on top, or, unversioned, removes the object. */
export const deleteObject: Operation = (context): Answer => {
  const { request } = context;
  const bucket = bucketOf(context);
  for (const name of ['x-amz-if-match-last-modified-time', 'x-amz-if-match-size', 'if-none-match']) {
    if (request.headers[name] !== undefined)
      throw new S3Error('NotImplemented', { fields: { Header: name } });
  }
  const versionId = versionIdOf(request.query.get('versionId'));
  const etag = request.headers['if-match'];
  const deleted = perform(context, bucket, {
    key: request.key,
    ...(versionId && { versionId }),
    ...(etag && { etag }),
  });
  return {
    status: 204,
    headers: {
      ...(deleted.marker && { 'x-amz-delete-marker': 'true' }),
      ...(deleted.versionId && { 'x-amz-version-id': deleted.versionId }),
    },
  };
};

/** DeleteObjects: up to 1000, each by itself; the answer says what became of each. */
export const deleteObjects: Operation = async (context): Promise<Answer> => {
  bucketOf(context);
  const { headers } = context.request;
  const isChecked = Object.keys(headers).some((name) =>
    /^(?:content-md5|x-amz-checksum-.+|x-amz-trailer)$/.test(name),
  );
  if (!isChecked) {
    throw new S3Error('InvalidRequest', { message: 'Missing required header for this request: Content-MD5' });
  }
  const request = parseXml(await textBody(context), 'Delete');
  const objects = childrenOf(request, 'Object');
  if (objects.length === 0 || objects.length > mostDeletions) throw new S3Error('MalformedXML');
  const bucket = bucketOf(context);
  const isQuiet = textOf(request, 'Quiet') === 'true';
  const results = objects.map((object) => resultElement(context, bucket, deletionOf(object), isQuiet));
  return xmlAnswer(document('DeleteResult', ...results));
};

function perform(context: Context, bucket: Bucket, deletion: Deletion): Deleted {
  const { key, versionId } = deletion;
  if (deletion.etag !== undefined) checkCondition(bucket, key, deletion.etag);
  if (versionId !== undefined) {
    const marker = bucket.version(key, versionId)?.kind === 'marker';
    context.store.commit({ kind: 'remove', bucket: bucket.name, key, versionId });
    return { versionId, marker };
  }
  if (bucket.versioning === 'unversioned') {
    const found = bucket.latest(key);
    if (found) context.store.commit({ kind: 'remove', bucket: bucket.name, key, versionId: found.versionId });
    return { marker: false };
  }
  const marker = { kind: 'marker', key, versionId: newVersionId(bucket), modified: context.now() } as const;
  context.store.commit({ kind: 'put', bucket: bucket.name, version: marker });
  return { versionId: marker.versionId, marker: true };
}

/** A condition is held against the current object only; a delete marker is one that does not match. */
function checkCondition(bucket: Bucket, key: string, etag: string): void {
  const latest = bucket.latest(key);
  if (latest === undefined) throw new S3Error('NoSuchKey', { fields: { Key: key } });
  if (latest.kind === 'marker' || !matches(etag, latest.etag)) throw preconditionFailed('If-Match');
}

function deletionOf(object: XmlElement): Deletion {
  const key = textOf(object, 'Key');
  if (key === undefined || key === '') throw new S3Error('MalformedXML');
  const versionId = textOf(object, 'VersionId');
  const etag = textOf(object, 'ETag');
  return { key, ...(versionId && { versionId }), ...(etag && { etag }) };
}

function resultElement(context: Context, bucket: Bucket, deletion: Deletion, isQuiet: boolean): string {
  const { key, versionId } = deletion;
  try {
    versionIdOf(versionId);
    const deleted = perform(context, bucket, deletion);
    if (isQuiet) return '';
    return group(
      'Deleted',
      text('Key', key),
      text('VersionId', versionId),
      text('DeleteMarker', deleted.marker || undefined),
      text('DeleteMarkerVersionId', deleted.marker ? deleted.versionId : undefined),
    );
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return group(
      'Error',
      text('Key', key),
      text('VersionId', versionId),
      text('Code', error.code),
      text('Message', error.message),
    );
  }
}
