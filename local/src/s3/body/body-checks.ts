import { createHash } from 'node:crypto';
import { S3Error } from '../errors.js';
import {
  algorithmOfHeader,
  type Checksum,
  type ChecksumAlgorithm,
  checkForm,
  isBase64Of,
  startChecksum,
  statedChecksum,
} from './checksums.js';
import type { Running } from './crc.js';

/** A body that came whole and is what its sender says it is. */
export interface Verified {
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  readonly checksum?: Checksum;
}

/** Everything that a sender may state about a body's bytes, computed on the way and compared at the end. */
export class BodyChecks {
  size = 0;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #md5 = createHash('md5');
  readonly #sha256: Running | undefined;
  readonly #running: Running | undefined;
  readonly #algorithm: ChecksumAlgorithm | undefined;
  readonly #trailer: string | undefined;

  constructor(headers: Readonly<Record<string, string>>) {
    this.#headers = headers;
    const md5 = headers['content-md5'];
    if (md5 !== undefined && !isBase64Of(md5, 16)) throw new S3Error('InvalidDigest');
    this.#trailer = headers['x-amz-trailer']?.trim().toLowerCase();
    this.#algorithm = statedChecksum(headers)?.algorithm ?? algorithmOfHeader(this.#trailer ?? '');
    if (headers['x-amz-sdk-checksum-algorithm'] !== undefined && this.#algorithm === undefined) {
      throw new S3Error('InvalidRequest', {
        message:
          'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      });
    }
    this.#running = this.#algorithm === undefined ? undefined : startChecksum(this.#algorithm);
    const isHash = /^[0-9a-f]{64}$/.test(headers['x-amz-content-sha256'] ?? '');
    this.#sha256 = isHash ? startChecksum('SHA256') : undefined;
  }

  update(chunk: Buffer): void {
    this.size += chunk.length;
    this.#md5.update(chunk);
    this.#sha256?.update(chunk);
    this.#running?.update(chunk);
  }

  finish(trailers: ReadonlyMap<string, string>): Verified {
    const md5 = this.#md5.digest();
    const statedMd5 = this.#headers['content-md5'];
    if (statedMd5 !== undefined && statedMd5 !== md5.toString('base64')) throw new S3Error('BadDigest');
    if (this.#sha256 && this.#sha256.digest().toString('hex') !== this.#headers['x-amz-content-sha256']) {
      throw new S3Error('XAmzContentSHA256Mismatch');
    }
    const checksum = this.#checksum(trailers);
    return { size: this.size, md5: md5.toString('hex'), ...(checksum && { checksum }) };
  }

  #checksum(trailers: ReadonlyMap<string, string>): Checksum | undefined {
    const algorithm = this.#algorithm;
    if (algorithm === undefined || this.#running === undefined) return undefined;
    const stated = statedChecksum(this.#headers)?.value ?? trailers.get(this.#trailer ?? '');
    if (stated === undefined) throw new S3Error('MalformedTrailerError');
    checkForm(algorithm, stated);
    const value = this.#running.digest().toString('base64');
    if (value !== stated) {
      const message = `The ${algorithm} you specified did not match the calculated checksum.`;
      throw new S3Error('BadDigest', { message });
    }
    return { algorithm, value, type: 'FULL_OBJECT' };
  }
}
