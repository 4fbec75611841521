import { randomBytes } from 'node:crypto';
import { S3Error } from '../errors.js';
import type { Attributes, Encryption, ObjectVersion } from '../store/model.js';
import { parseTagHeader } from './tags.js';

type Headers = Readonly<Record<string, string>>;

const kept = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires'] as const;
const metadataPrefix = 'x-amz-meta-';
const encryptionHeader = 'x-amz-server-side-encryption';
const largestMetadata = 2048;
const storageClasses: ReadonlySet<string> = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'GLACIER_IR',
  'DEEP_ARCHIVE',
]);

/** What the headers of a write say about the object. */
export function attributesOf(headers: Headers): Attributes {
  return {
    headers: keptHeaders(headers),
    metadata: metadataOf(headers),
    encryption: encryptionOf(headers),
    storageClass: storageClassOf(headers),
    tags: parseTagHeader(headers['x-amz-tagging']),
  };
}

/** How an object is said to be encrypted. S3 encrypts with AES256 where nothing else is asked for. */
export function encryptionOf(headers: Headers): Encryption {
  const algorithm = headers[encryptionHeader] ?? 'AES256';
  if (!['AES256', 'aws:kms', 'aws:kms:dsse'].includes(algorithm)) {
    throw new S3Error('InvalidEncryptionAlgorithmError', { fields: { ArgumentName: encryptionHeader } });
  }
  const stated = headers[`${encryptionHeader}-aws-kms-key-id`];
  if (algorithm === 'AES256') {
    if (stated === undefined) return { algorithm };
    throw new S3Error('InvalidArgument', {
      message: `Server Side Encryption with AWS KMS managed key requires HTTP header ${encryptionHeader} : aws:kms`,
    });
  }
  const bucketKey = headers[`${encryptionHeader}-bucket-key-enabled`]?.toLowerCase() === 'true';
  const keyId = stated ?? 'arn:aws:kms:us-east-1:000000000000:alias/aws/s3';
  return { algorithm, keyId, ...(bucketKey && { bucketKey }) };
}

/** The ETag of bytes with this MD5: under KMS it is no digest of theirs, and another for every write. */
export function etagOf(encryption: Encryption, md5: string): string {
  return encryption.algorithm === 'AES256' ? md5 : randomBytes(16).toString('hex');
}

/** The headers in which S3 says how an object is encrypted. */
export function encryptionHeaders(encryption: Encryption): Headers {
  return {
    [encryptionHeader]: encryption.algorithm,
    ...(encryption.keyId !== undefined && { [`${encryptionHeader}-aws-kms-key-id`]: encryption.keyId }),
    ...(encryption.bucketKey && { [`${encryptionHeader}-bucket-key-enabled`]: 'true' }),
  };
}

/** The headers in which a GET or HEAD gives back what the writer said. */
export function attributeHeaders(version: ObjectVersion): Headers {
  const headers: Record<string, string> = {
    'content-type': 'binary/octet-stream',
    ...version.headers,
    ...encryptionHeaders(version.encryption),
  };
  for (const [name, value] of Object.entries(version.metadata)) headers[metadataPrefix + name] = value;
  if (version.storageClass !== 'STANDARD') headers['x-amz-storage-class'] = version.storageClass;
  if (version.tags.length > 0) headers['x-amz-tagging-count'] = String(version.tags.length);
  return headers;
}

/** The storage class that the headers ask for. */
export function storageClassOf(headers: Headers): string {
  const storageClass = headers['x-amz-storage-class'] ?? 'STANDARD';
  if (!storageClasses.has(storageClass)) throw new S3Error('InvalidStorageClass');
  return storageClass;
}

function keptHeaders(headers: Headers): Headers {
  const found: Record<string, string> = {};
  for (const name of kept) {
    const value = headers[name];
    if (value !== undefined) found[name] = value;
  }
  // The framing is taken off on the way in, so the object does not have it.
  const encodings = (headers['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const encoding = encodings.filter((name) => name !== '' && name !== 'aws-chunked').join(',');
  if (encoding !== '') found['content-encoding'] = encoding;
  return found;
}

function metadataOf(headers: Headers): Headers {
  const metadata: Record<string, string> = {};
  let size = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(metadataPrefix)) continue;
    const short = name.slice(metadataPrefix.length);
    metadata[short] = value;
    // Node.js reads header bytes as latin1, so one character is one byte.
    size += short.length + value.length;
  }
  if (size > largestMetadata) {
    throw new S3Error('MetadataTooLarge', {
      fields: { Size: String(size), MaxSizeAllowed: String(largestMetadata) },
    });
  }
  return metadata;
}
