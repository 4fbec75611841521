import { createHash } from 'node:crypto';
import { S3Error } from '../errors.js';
import type { Context } from '../operations/operation.js';
import type { ObjectVersion } from '../store/model.js';
import { checkCopySource } from './conditions.js';
import { hold, read } from './content.js';
import { bucketOf, findObject, versionHeaders, versionIdOf } from './lookup.js';

/** The object that a copy reads, held until `release`. */
export interface CopySource {
  readonly version: ObjectVersion;
  /** The source's bucket. */
  readonly bucket: string;
  /** True where the header names a version. */
  readonly isNamed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly release: () => void;
}

/** Finds what the header `x-amz-copy-source` names (`bucket/key?versionId=…`), and holds its conditions against it. */
export function openCopySource(context: Context): CopySource {
  const { request, store } = context;
  const header = request.headers['x-amz-copy-source'] ?? '';
  const [, path = '', id] = /^\/?(.*?)(?:\?versionId=([^?]*))?$/s.exec(header) ?? [];
  const decoded = decode(path);
  const slash = decoded.indexOf('/');
  if (slash < 1 || slash === decoded.length - 1) throw invalid();
  const key = decoded.slice(slash + 1);
  const bucket = bucketOf({ store, request: { ...request, bucket: decoded.slice(0, slash), key } });
  const version = findObject(bucket, key, versionIdOf(id));
  checkCopySource(request.headers, version);
  const { 'x-amz-version-id': versionId } = versionHeaders(bucket, version.versionId);
  return {
    version,
    bucket: bucket.name,
    isNamed: id !== undefined,
    headers: versionId === undefined ? {} : { 'x-amz-copy-source-version-id': versionId },
    release: hold(store.blobs, version.pieces),
  };
}

/** The MD5 of an object's bytes; where the ETag is something else, they must be read. */
export async function contentMd5({ store }: Context, version: ObjectVersion): Promise<string> {
  if (!version.multipart && version.encryption.algorithm === 'AES256') return version.etag;
  const md5 = createHash('md5');
  for await (const chunk of read(store.blobs, version.pieces, 0, version.size)) md5.update(chunk);
  return md5.digest('hex');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw invalid();
  }
}

function invalid(): S3Error {
  return new S3Error('InvalidArgument', {
    message: 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    fields: { ArgumentName: 'x-amz-copy-source' },
  });
}
