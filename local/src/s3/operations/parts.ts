import { createHash } from 'node:crypto';
import { type Answer, xmlAnswer } from '../answer.js';
import { checksumHeader, startChecksum } from '../body/checksums.js';
import { type StoredBody, storeBody } from '../body/receive-body.js';
import { S3Error } from '../errors.js';
import { encryptionHeaders, etagOf } from '../object/attributes.js';
import { quote } from '../object/conditions.js';
import { read } from '../object/content.js';
import { openCopySource } from '../object/copy-source.js';
import { bucketOf } from '../object/lookup.js';
import { parseRange } from '../object/range.js';
import type { Upload } from '../store/bucket.js';
import type { ObjectVersion, Part } from '../store/model.js';
import { document, group, text } from '../xml/write-xml.js';
import { checksumXml, countOf, isoDate, ownerElement } from './listing.js';
import type { Context, Operation } from './operation.js';
import { findUpload } from './uploads.js';

/** UploadPart. */
export const uploadPart: Operation = async (context): Promise<Answer> => {
  const number = partNumberOf(context);
  const { start } = findUpload(context, bucketOf(context));
  const body = await storeBody(context);
  try {
    if (start.algorithm !== undefined && body.checksum?.algorithm !== start.algorithm) {
      const actual = body.checksum?.algorithm.toLowerCase() ?? 'null';
      throw new S3Error('InvalidRequest', {
        message: `Checksum Type mismatch occurred, expected checksum Type: ${start.algorithm.toLowerCase()}, actual checksum Type: ${actual}`,
      });
    }
    const part = commitPart(context, number, body);
    return {
      status: 200,
      headers: {
        etag: quote(part.etag),
        ...encryptionHeaders(start.encryption),
        ...(part.checksum && { [checksumHeader(part.checksum.algorithm)]: part.checksum.value }),
      },
    };
  } finally {
    body.release();
  }
};

/** UploadPartCopy: a part out of an object, or out of a range of it. */
export const uploadPartCopy: Operation = async (context): Promise<Answer> => {
  const number = partNumberOf(context);
  const upload = findUpload(context, bucketOf(context));
  await context.ready();
  const source = openCopySource(context);
  try {
    const body = await copyBytes(context, source.version, upload);
    try {
      const part = commitPart(context, number, body);
      const result = [text('LastModified', isoDate(part.modified)), text('ETag', quote(part.etag))];
      return xmlAnswer(document('CopyPartResult', ...result, checksumXml(part.checksum)), source.headers);
    } finally {
      body.release();
    }
  } finally {
    source.release();
  }
};

/** ListParts. */
export const listParts: Operation = (context): Answer => {
  const { request } = context;
  const bucket = bucketOf(context);
  const { start, parts } = findUpload(context, bucket);
  const marker = Number(request.query.get('part-number-marker') ?? 0);
  const maxParts = countOf(request, 'max-parts');
  const rest = [...parts.values()].filter((part) => part.number > marker).sort((a, b) => a.number - b.number);
  const page = rest.slice(0, maxParts);
  return xmlAnswer(
    document(
      'ListPartsResult',
      text('Bucket', bucket.name),
      text('Key', start.key),
      text('UploadId', start.uploadId),
      ownerElement('Initiator'),
      ownerElement('Owner'),
      text('StorageClass', start.storageClass),
      text('PartNumberMarker', marker),
      text('NextPartNumberMarker', page.at(-1)?.number ?? marker),
      text('MaxParts', maxParts),
      text('IsTruncated', page.length < rest.length),
      text('ChecksumAlgorithm', start.algorithm),
      text('ChecksumType', start.checksumType),
      ...page.map(partElement),
    ),
  );
};

function partElement(part: Part): string {
  return group(
    'Part',
    text('PartNumber', part.number),
    text('LastModified', isoDate(part.modified)),
    text('ETag', quote(part.etag)),
    text('Size', part.size),
    checksumXml(part.checksum),
  );
}

function partNumberOf({ request }: Context): number {
  const stated = request.query.get('partNumber') ?? '';
  const number = Number(stated);
  if (/^\d+$/.test(stated) && number >= 1 && number <= 10_000) return number;
  throw new S3Error('InvalidArgument', {
    message: 'Part number must be an integer between 1 and 10000, inclusive',
    fields: { ArgumentName: 'partNumber', ArgumentValue: stated },
  });
}

function commitPart(context: Context, number: number, body: StoredBody): Part {
  // Looked up again: the upload may have ended since the body began to come.
  const bucket = bucketOf(context);
  const { start } = findUpload(context, bucket);
  const part: Part = {
    number,
    etag: etagOf(start.encryption, body.md5),
    modified: context.now(),
    size: body.size,
    pieces: body.pieces,
    ...(body.checksum && { checksum: body.checksum }),
  };
  context.store.commit({ kind: 'part', bucket: bucket.name, uploadId: start.uploadId, part });
  return part;
}

async function copyBytes(
  { request, store }: Context,
  version: ObjectVersion,
  upload: Upload,
): Promise<StoredBody> {
  const range = request.headers['x-amz-copy-source-range'];
  const stretch = parseRange(range, version.size) ?? { start: 0, end: version.size };
  const md5 = createHash('md5');
  const { algorithm } = upload.start;
  const running = algorithm && startChecksum(algorithm);
  const writer = store.blobs.writer();
  try {
    for await (const chunk of read(store.blobs, version.pieces, stretch.start, stretch.end)) {
      md5.update(chunk);
      running?.update(chunk);
      await writer.add(chunk);
    }
    const blob = await writer.finish();
    const size = stretch.end - stretch.start;
    const value = running?.digest().toString('base64');
    return {
      size,
      md5: md5.digest('hex'),
      pieces: [{ blob, size }],
      ...(algorithm && value !== undefined && { checksum: { algorithm, value, type: 'FULL_OBJECT' } }),
      release: () => store.blobs.release(blob),
    };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}
