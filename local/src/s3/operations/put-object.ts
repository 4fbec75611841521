import type { Answer } from '../answer.js';
import { checksumHeader } from '../body/checksums.js';
import { storeBody } from '../body/receive-body.js';
import { newVersionId } from '../identifiers.js';
import { attributesOf, encryptionHeaders, etagOf } from '../object/attributes.js';
import { checkWrite, checkWriteForm, quote } from '../object/conditions.js';
import { bucketOf, versionHeaders } from '../object/lookup.js';
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
      etag: etagOf(attributes.encryption, body.md5),
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
