import type { Answer } from '../answer.js';
import { attributesOf, encryptionHeaders } from '../attributes.js';
import { storeBody } from '../body.js';
import { checksumHeader } from '../checksums.js';
import { checkWrite, checkWriteForm, quote } from '../conditions.js';
import { newVersionId } from '../identifiers.js';
import { bucketOf, versionHeaders } from '../names.js';
import type { ObjectVersion } from '../store/model.js';
import type { Operation } from './operation.js';

/** PutObject: create, replace, or either under a condition. */
export const putObject: Operation = async (context): Promise<Answer> => {
  const { request, store } = context;
  bucketOf(context);
  checkWriteForm(request.headers);
  const attributes = attributesOf(request.headers);
  const body = await storeBody(context);
  try {
    // Looked up again: the bucket may be gone since the body began to come.
    const bucket = bucketOf(context);
    checkWrite(request.headers, request.key, bucket.current(request.key));
    const version: ObjectVersion = {
      kind: 'object',
      key: request.key,
      versionId: newVersionId(bucket),
      modified: context.now(),
      etag: body.md5,
      size: body.size,
      pieces: body.pieces,
      multipart: false,
      ...(body.checksum && { checksum: body.checksum }),
      ...attributes,
    };
    store.commit({ kind: 'put', bucket: bucket.name, version });
    return {
      status: 200,
      headers: { ...writtenHeaders(version), ...versionHeaders(bucket, version.versionId) },
    };
  } finally {
    body.release();
  }
};

/** What the answer to a write says about the object. */
export function writtenHeaders(version: ObjectVersion): Readonly<Record<string, string>> {
  const { checksum } = version;
  return {
    etag: quote(version.etag),
    ...encryptionHeaders(version.encryption),
    ...(checksum && {
      [checksumHeader(checksum.algorithm)]: checksum.value,
      'x-amz-checksum-type': checksum.type,
    }),
  };
}
