import { createHash } from 'node:crypto';
import { type Answer, xmlAnswer } from '../answer.js';
import {
  type Checksum,
  checksumElement,
  checksumHeader,
  checksumOf,
  compositeChecksum,
} from '../body/checksums.js';
import { textBody } from '../body/receive-body.js';
import { S3Error } from '../errors.js';
import { newVersionId } from '../identifiers.js';
import { encryptionHeaders } from '../object/attributes.js';
import { checkWrite, checkWriteForm, quote, unquote } from '../object/conditions.js';
import { hold, read } from '../object/content.js';
import { bucketOf, versionHeaders } from '../object/lookup.js';
import type { Upload } from '../store/bucket.js';
import type { ObjectVersion, Part, Piece } from '../store/model.js';
import { childrenOf, parseXml, textOf, type XmlElement } from '../xml/parse-xml.js';
import { document, text } from '../xml/write-xml.js';
import { checksumXml } from './listing.js';
import type { Context, Operation } from './operation.js';
import { findUpload } from './uploads.js';

const smallestPart = 5 * 1024 ** 2;

/** CompleteMultipartUpload: the parts that the caller lists become the object, under a condition if it states one. */
export const completeMultipartUpload: Operation = async (context): Promise<Answer> => {
  const { request, store } = context;
  checkWriteForm(request.headers);
  findUpload(context, bucketOf(context));
  const body = await textBody(context);
  const upload = findUpload(context, bucketOf(context));
  const parts = chosenParts(body, upload);
  const pieces = parts.flatMap((part) => part.pieces);
  const release = hold(store.blobs, pieces);
  try {
    const checksum = await checksumOfParts(context, upload, parts);
    // From here on nothing is awaited: the check and the commit are one.
    const bucket = bucketOf(context);
    findUpload(context, bucket);
    checkWrite(request.headers, request.key, bucket.current(request.key));
    const version = versionOf(context, upload, parts, pieces, newVersionId(bucket), checksum);
    store.commit(
      { kind: 'put', bucket: bucket.name, version },
      { kind: 'end-upload', bucket: bucket.name, uploadId: upload.start.uploadId },
    );
    return xmlAnswer(resultElement(bucket.name, version), {
      ...encryptionHeaders(version.encryption),
      ...versionHeaders(bucket, version.versionId),
    });
  } finally {
    release();
  }
};

function chosenParts(body: string, { start, parts }: Upload): readonly Part[] {
  const listed = childrenOf(parseXml(body, 'CompleteMultipartUpload'), 'Part');
  if (listed.length === 0) throw new S3Error('MalformedXML');
  let previous = 0;
  const chosen = listed.map((element) => {
    const number = Number(textOf(element, 'PartNumber'));
    if (!Number.isInteger(number)) throw new S3Error('MalformedXML');
    if (number <= previous) throw new S3Error('InvalidPartOrder');
    previous = number;
    const part = parts.get(number);
    if (part === undefined || !agrees(element, part)) {
      throw new S3Error('InvalidPart', { fields: { PartNumber: String(number), UploadId: start.uploadId } });
    }
    return part;
  });
  const small = chosen.slice(0, -1).find((part) => part.size < smallestPart);
  if (small !== undefined) {
    throw new S3Error('EntityTooSmall', {
      fields: {
        ProposedSize: String(small.size),
        MinSizeAllowed: String(smallestPart),
        PartNumber: String(small.number),
      },
    });
  }
  return chosen;
}

function agrees(element: XmlElement, part: Part): boolean {
  if (unquote(textOf(element, 'ETag') ?? '') !== part.etag) return false;
  if (part.checksum === undefined) return true;
  const stated = textOf(element, checksumElement(part.checksum.algorithm));
  return stated === undefined || stated === part.checksum.value;
}

async function checksumOfParts(
  context: Context,
  { start }: Upload,
  parts: readonly Part[],
): Promise<Checksum | undefined> {
  const { headers } = context.request;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const statedSize = headers['x-amz-mp-object-size'];
  if (statedSize !== undefined && Number(statedSize) !== size) {
    throw new S3Error('InvalidRequest', {
      message: `The provided 'x-amz-mp-object-size' header value ${statedSize} does not match what was computed: ${size}`,
    });
  }
  const { algorithm } = start;
  if (algorithm === undefined) return undefined;
  const checksum =
    start.checksumType === 'FULL_OBJECT'
      ? await checksumOf(
          algorithm,
          read(
            context.store.blobs,
            parts.flatMap((part) => part.pieces),
            0,
            size,
          ),
        )
      : compositeChecksum(
          algorithm,
          parts.flatMap((part) => part.checksum ?? []),
        );
  const stated = headers[checksumHeader(algorithm)];
  if (stated !== undefined && stated !== checksum.value && stated !== checksum.value.split('-')[0]) {
    throw new S3Error('BadDigest', {
      message: `The ${algorithm} you specified did not match the calculated checksum.`,
    });
  }
  return checksum;
}

function versionOf(
  context: Context,
  { start }: Upload,
  parts: readonly Part[],
  pieces: readonly Piece[],
  versionId: string,
  checksum: Checksum | undefined,
): ObjectVersion {
  const md5 = createHash('md5');
  for (const part of parts) md5.update(Buffer.from(part.etag, 'hex'));
  const { headers, metadata, encryption, storageClass, tags } = start;
  return {
    kind: 'object',
    key: start.key,
    versionId,
    modified: context.now(),
    etag: `${md5.digest('hex')}-${parts.length}`,
    size: parts.reduce((sum, part) => sum + part.size, 0),
    pieces,
    multipart: true,
    ...(checksum && { checksum }),
    headers,
    metadata,
    encryption,
    storageClass,
    tags,
  };
}

function resultElement(bucket: string, version: ObjectVersion): string {
  return document(
    'CompleteMultipartUploadResult',
    text('Location', `/${bucket}/${version.key}`),
    text('Bucket', bucket),
    text('Key', version.key),
    text('ETag', quote(version.etag)),
    checksumXml(version.checksum),
    text('ChecksumType', version.checksum?.type),
  );
}
