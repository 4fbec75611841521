import { type Answer, xmlAnswer } from '../answer.js';
import { type ChecksumAlgorithm, type ChecksumType, parseAlgorithm } from '../body/checksums.js';
import { S3Error } from '../errors.js';
import { newUploadId } from '../identifiers.js';
import { attributesOf, encryptionHeaders } from '../object/attributes.js';
import { bucketOf } from '../object/lookup.js';
import type { Bucket, Upload } from '../store/bucket.js';
import type { UploadStart } from '../store/model.js';
import { compareKeys } from '../store/sorted-keys.js';
import { document, group, text } from '../xml/write-xml.js';
import { isoDate, listQuery, ownerElement } from './listing.js';
import type { Context, Operation } from './operation.js';

/** CreateMultipartUpload. */
export const createMultipartUpload: Operation = async (context): Promise<Answer> => {
  const { request, store } = context;
  const bucket = bucketOf(context);
  await context.ready();
  const algorithm = parseAlgorithm(request.headers['x-amz-checksum-algorithm']);
  const checksumType = algorithm && checksumTypeOf(algorithm, request.headers['x-amz-checksum-type']);
  const upload: UploadStart = {
    uploadId: newUploadId(),
    key: request.key,
    initiated: context.now(),
    ...(algorithm && { algorithm }),
    ...(checksumType && { checksumType }),
    ...attributesOf(request.headers),
  };
  store.commit({ kind: 'begin-upload', bucket: bucket.name, upload });
  const body = document(
    'InitiateMultipartUploadResult',
    text('Bucket', bucket.name),
    text('Key', upload.key),
    text('UploadId', upload.uploadId),
  );
  return xmlAnswer(body, {
    ...encryptionHeaders(upload.encryption),
    ...(algorithm && { 'x-amz-checksum-algorithm': algorithm }),
    ...(checksumType && { 'x-amz-checksum-type': checksumType }),
  });
};

/** AbortMultipartUpload. */
export const abortMultipartUpload: Operation = (context): Answer => {
  const bucket = bucketOf(context);
  const { start } = findUpload(context, bucket);
  context.store.commit({ kind: 'end-upload', bucket: bucket.name, uploadId: start.uploadId });
  return { status: 204 };
};

/** ListMultipartUploads, by key and age, without a delimiter. */
export const listMultipartUploads: Operation = (context): Answer => {
  const bucket = bucketOf(context);
  const query = listQuery(context.request, 'max-uploads');
  const keyMarker = context.request.query.get('key-marker') ?? '';
  const idMarker = context.request.query.get('upload-id-marker') ?? '';
  const uploads = [...bucket.uploads.values()]
    .map(({ start }) => start)
    .filter(({ key }) => key.startsWith(query.prefix))
    .sort((left, right) => compareKeys(left.key, right.key) || left.initiated - right.initiated);
  const marked = uploads.findIndex(({ key, uploadId }) => key === keyMarker && uploadId === idMarker);
  const rest = uploads.filter(
    ({ key }, index) => compareKeys(key, keyMarker) > 0 || (marked >= 0 && index > marked),
  );
  const page = rest.slice(0, query.maxKeys);
  const last = page.length < rest.length ? page.at(-1) : undefined;
  return xmlAnswer(
    document(
      'ListMultipartUploadsResult',
      text('Bucket', bucket.name),
      text('KeyMarker', query.encode(keyMarker)),
      text('UploadIdMarker', idMarker),
      text('NextKeyMarker', last && query.encode(last.key)),
      text('NextUploadIdMarker', last?.uploadId),
      text('Prefix', query.encode(query.prefix)),
      text('MaxUploads', query.maxKeys),
      text('EncodingType', query.encodingType),
      text('IsTruncated', last !== undefined),
      ...page.map((upload) => uploadElement(upload, query.encode)),
    ),
  );
};

/** The upload that a request's query names; its key must be the request's. */
export function findUpload({ request }: Context, bucket: Bucket): Upload {
  const uploadId = request.query.get('uploadId') ?? '';
  const upload = bucket.uploads.get(uploadId);
  if (upload === undefined || upload.start.key !== request.key) {
    throw new S3Error('NoSuchUpload', { fields: { UploadId: uploadId } });
  }
  return upload;
}

function uploadElement(upload: UploadStart, encode: (key: string) => string): string {
  return group(
    'Upload',
    text('Key', encode(upload.key)),
    text('UploadId', upload.uploadId),
    ownerElement('Initiator'),
    ownerElement('Owner'),
    text('StorageClass', upload.storageClass),
    text('Initiated', isoDate(upload.initiated)),
    text('ChecksumAlgorithm', upload.algorithm),
    text('ChecksumType', upload.checksumType),
  );
}

/** CRC-64 is always of the whole object, a SHA always of the parts; a CRC-32 is either. */
function checksumTypeOf(algorithm: ChecksumAlgorithm, stated: string | undefined): ChecksumType {
  const type = stated ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const isPossible =
    (type === 'FULL_OBJECT' && algorithm.startsWith('CRC')) ||
    (type === 'COMPOSITE' && algorithm !== 'CRC64NVME');
  if (isPossible) return type;
  throw new S3Error('InvalidRequest', {
    message: `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  });
}
