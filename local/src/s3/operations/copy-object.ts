import { type Answer, xmlAnswer } from '../answer.js';
import { type Checksum, checksumOf, parseAlgorithm } from '../body/checksums.js';
import { S3Error } from '../errors.js';
import { newVersionId } from '../identifiers.js';
import { attributesOf, encryptionHeaders, etagOf } from '../object/attributes.js';
import { checkWrite, checkWriteForm, quote } from '../object/conditions.js';
import { read } from '../object/content.js';
import { type CopySource, contentMd5, openCopySource } from '../object/copy-source.js';
import { bucketOf, versionHeaders } from '../object/lookup.js';
import type { S3Request } from '../request.js';
import type { Attributes, ObjectVersion } from '../store/model.js';
import { document, text } from '../xml/write-xml.js';
import { checksumXml, isoDate } from './listing.js';
import type { Context, Operation } from './operation.js';

/** CopyObject: the bytes are shared, not copied. */
export const copyObject: Operation = async (context): Promise<Answer> => {
  const { request, store } = context;
  bucketOf(context);
  checkWriteForm(request.headers);
  await context.ready();
  const source = openCopySource(context);
  try {
    const attributes = attributesOfCopy(request, source);
    const md5 = await contentMd5(context, source.version);
    const checksum = await checksumOfCopy(context, source.version);
    const bucket = bucketOf(context);
    checkWrite(request.headers, request.key, bucket.current(request.key));
    const { size, pieces } = source.version;
    const version: ObjectVersion = {
      kind: 'object',
      key: request.key,
      versionId: newVersionId(bucket),
      modified: context.now(),
      etag: etagOf(attributes.encryption, md5),
      size,
      pieces,
      multipart: false,
      ...(checksum && { checksum }),
      ...attributes,
    };
    store.commit({ kind: 'put', bucket: bucket.name, version });
    return xmlAnswer(resultElement(version), {
      ...source.headers,
      ...encryptionHeaders(version.encryption),
      ...versionHeaders(bucket, version.versionId),
    });
  } finally {
    source.release();
  }
};

function resultElement(version: ObjectVersion): string {
  return document(
    'CopyObjectResult',
    text('LastModified', isoDate(version.modified)),
    text('ETag', quote(version.etag)),
    checksumXml(version.checksum),
    text('ChecksumType', version.checksum?.type),
  );
}

function attributesOfCopy(request: S3Request, source: CopySource): Attributes {
  const stated = attributesOf(request.headers);
  const replacesMetadata = isReplace(request, 'x-amz-metadata-directive');
  const replacesTags = isReplace(request, 'x-amz-tagging-directive');
  const isSame = source.bucket === request.bucket && source.version.key === request.key && !source.isNamed;
  const changesEncryption = request.headers['x-amz-server-side-encryption'] !== undefined;
  const changesClass = stated.storageClass !== source.version.storageClass;
  if (isSame && !replacesMetadata && !changesEncryption && !changesClass) {
    throw new S3Error('InvalidRequest', {
      message:
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    });
  }
  return {
    ...stated,
    ...(!replacesMetadata && { headers: source.version.headers, metadata: source.version.metadata }),
    ...(!replacesTags && { tags: source.version.tags }),
  };
}

function isReplace(request: S3Request, header: string): boolean {
  const directive = request.headers[header] ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE';
  throw new S3Error('InvalidArgument', {
    message: `Unknown directive "${directive}"; it must be COPY or REPLACE.`,
    fields: { ArgumentName: header, ArgumentValue: directive },
  });
}

async function checksumOfCopy(context: Context, version: ObjectVersion): Promise<Checksum | undefined> {
  const wanted = parseAlgorithm(context.request.headers['x-amz-checksum-algorithm']);
  const { checksum } = version;
  const algorithm = wanted ?? checksum?.algorithm;
  if (algorithm === undefined) return undefined;
  if (checksum?.algorithm === algorithm && checksum.type === 'FULL_OBJECT') return checksum;
  return checksumOf(algorithm, read(context.store.blobs, version.pieces, 0, version.size));
}
