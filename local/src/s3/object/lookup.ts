import { S3Error } from '../errors.js';
import type { Context } from '../operations/operation.js';
import type { Bucket } from '../store/bucket.js';
import type { DeleteMarker, ObjectVersion } from '../store/model.js';

const bucketName =
  /^(?!xn--|sthree-|amzn-s3-demo-|.*(?:-s3alias|--ol-s3|\.mrap|--x-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const longestKey = 1024;
const versionId = /^(?:null|[A-Za-z0-9._-]{32})$/;

/** Refuses a name that S3 would not give to a bucket. */
export function checkBucketName(name: string): void {
  if (!bucketName.test(name)) throw new S3Error('InvalidBucketName', { fields: { BucketName: name } });
}

/** The bucket of a request; its key's length is checked too. */
export function bucketOf({ request, store }: Pick<Context, 'request' | 'store'>): Bucket {
  const bucket = store.buckets.get(request.bucket);
  if (bucket === undefined) {
    checkBucketName(request.bucket);
    throw new S3Error('NoSuchBucket', { fields: { BucketName: request.bucket } });
  }
  const size = Buffer.byteLength(request.key);
  if (size > longestKey) {
    throw new S3Error('KeyTooLongError', {
      fields: { Size: String(size), MaxSizeAllowed: String(longestKey) },
    });
  }
  return bucket;
}

/** The version id in a request's query, if there is one. */
export function versionIdOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (!versionId.test(id)) {
    throw new S3Error('InvalidArgument', {
      message: 'Invalid version id specified',
      fields: { ArgumentName: 'versionId', ArgumentValue: id },
    });
  }
  return id;
}

/** The object that a read means: the current one, or the version it names. */
export function findObject(bucket: Bucket, key: string, id: string | undefined): ObjectVersion {
  const version = id === undefined ? bucket.latest(key) : bucket.version(key, id);
  if (version === undefined) {
    if (id === undefined) throw new S3Error('NoSuchKey', { fields: { Key: key } });
    throw new S3Error('NoSuchVersion', { fields: { Key: key, VersionId: id } });
  }
  if (version.kind === 'object') return version;
  throw markerFound(version, id !== undefined);
}

/** The header that names a version; none where the bucket never was versioned. */
export function versionHeaders(bucket: Bucket, id: string): Readonly<Record<string, string>> {
  return bucket.versioning === 'unversioned' ? {} : { 'x-amz-version-id': id };
}

function markerFound(marker: DeleteMarker, isNamed: boolean): S3Error {
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId };
  if (!isNamed) return new S3Error('NoSuchKey', { headers, fields: { Key: marker.key } });
  return new S3Error('MethodNotAllowed', {
    headers: { ...headers, allow: 'DELETE', 'last-modified': new Date(marker.modified).toUTCString() },
    fields: { Method: 'GET', ResourceType: 'DeleteMarker' },
  });
}
