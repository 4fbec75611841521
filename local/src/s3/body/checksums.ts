import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from '../errors.js';
import { crc32c, crc64nvme, type Running } from './crc.js';

/** The checksums that S3 verifies and keeps. */
export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';

/** Whether a multipart object's checksum is of all bytes, or of its parts' checksums. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** A checksum that was verified, in base64; a composite one ends in `-` and the number of parts. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
  readonly type: ChecksumType;
}

interface Kind {
  readonly bytes: number;
  readonly start: () => Running;
}

const kinds: Readonly<Record<ChecksumAlgorithm, Kind>> = {
  CRC32: { bytes: 4, start: nativeCrc32 },
  CRC32C: { bytes: 4, start: crc32c },
  CRC64NVME: { bytes: 8, start: crc64nvme },
  SHA1: { bytes: 20, start: () => hash('sha1') },
  SHA256: { bytes: 32, start: () => hash('sha256') },
};

const algorithms = Object.keys(kinds) as readonly ChecksumAlgorithm[];
const headerPrefix = 'x-amz-checksum-';

/** Begins a checksum. */
export function startChecksum(algorithm: ChecksumAlgorithm): Running {
  return kinds[algorithm].start();
}

/** The header (or trailer) that carries a checksum. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return headerPrefix + algorithm.toLowerCase();
}

/** The element that carries a checksum in XML. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`;
}

/** Reads an algorithm's name, in any case. */
export function parseAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  const found = algorithms.find((algorithm) => algorithm === name.toUpperCase());
  if (found === undefined) {
    throw new S3Error('InvalidRequest', {
      message:
        'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    });
  }
  return found;
}

/** The algorithm that a header or trailer of this name carries a checksum of. */
export function algorithmOfHeader(header: string): ChecksumAlgorithm | undefined {
  return algorithms.find((algorithm) => checksumHeader(algorithm) === header);
}

/** The one checksum that the headers state, if any; its form is checked, its value is not yet. */
export function statedChecksum(
  headers: Readonly<Record<string, string>>,
): { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined {
  const stated = algorithms.filter((algorithm) => headers[checksumHeader(algorithm)] !== undefined);
  const [algorithm] = stated;
  if (algorithm === undefined) return undefined;
  if (stated.length > 1) {
    throw new S3Error('InvalidRequest', {
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    });
  }
  const value = headers[checksumHeader(algorithm)] ?? '';
  checkForm(algorithm, value);
  return { algorithm, value };
}

/** Refuses a value that cannot be a checksum of this kind. */
export function checkForm(algorithm: ChecksumAlgorithm, value: string): void {
  if (!isBase64Of(value, kinds[algorithm].bytes)) {
    throw new S3Error('InvalidRequest', {
      message: `Value for ${checksumHeader(algorithm)} header is invalid.`,
    });
  }
}

/** Whether a text is the base64 of so many bytes. */
export function isBase64Of(value: string, bytes: number): boolean {
  const decoded = Buffer.from(value, 'base64');
  return decoded.length === bytes && decoded.toString('base64') === value;
}

/** The checksum of a multipart object out of its parts' checksums. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly Checksum[]): Checksum {
  const running = startChecksum(algorithm);
  for (const part of parts) running.update(Buffer.from(part.value, 'base64'));
  return { algorithm, value: `${running.digest().toString('base64')}-${parts.length}`, type: 'COMPOSITE' };
}

/** The checksum of content that is read chunk by chunk. */
export async function checksumOf(
  algorithm: ChecksumAlgorithm,
  content: AsyncIterable<Buffer>,
): Promise<Checksum> {
  const running = startChecksum(algorithm);
  for await (const chunk of content) running.update(chunk);
  return { algorithm, value: running.digest().toString('base64'), type: 'FULL_OBJECT' };
}

function hash(name: 'sha1' | 'sha256'): Running {
  const state = createHash(name);
  return { update: (chunk) => void state.update(chunk), digest: () => state.digest() };
}

function nativeCrc32(): Running {
  let crc = 0;
  return {
    update: (chunk) => {
      crc = crc32(chunk, crc);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
}
