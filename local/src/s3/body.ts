import { createHash } from 'node:crypto';
import {
  algorithmOfHeader,
  type Checksum,
  type ChecksumAlgorithm,
  checkForm,
  isBase64Of,
  startChecksum,
  statedChecksum,
} from './checksums.js';
import { ChunkedDecoder } from './chunked-body.js';
import type { Running } from './crc.js';
import { S3Error } from './errors.js';
import type { Context } from './operations/operation.js';
import type { S3Request } from './request.js';
import type { Piece } from './store/model.js';

const largestBody = 5 * 1024 ** 3;
const largestXml = 4 * 1024 ** 2;

/** A body that came whole and is what its sender says it is. */
interface Verified {
  readonly size: number;
  readonly md5: string;
  readonly checksum?: Checksum;
}

/** A body that is stored, but under no key yet. */
export interface StoredBody extends Verified {
  readonly pieces: readonly Piece[];
  /** Gives up the caller's hold on the bytes; to be called in any case. */
  readonly release: () => void;
}

/** Stores the body of a request. After an error nothing of it remains. */
export async function storeBody(context: Context): Promise<StoredBody> {
  const { blobs } = context.store;
  const writer = blobs.writer();
  try {
    const verified = await readBody(context.request, (chunk) => writer.add(chunk));
    await context.ready();
    const blob = await writer.finish();
    return { ...verified, pieces: [{ blob, size: verified.size }], release: () => blobs.release(blob) };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** The body of a request that carries XML. */
export async function textBody(context: Context): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  await readBody(context.request, (chunk) => {
    size += chunk.length;
    if (size > largestXml) throw new S3Error('MalformedXML');
    chunks.push(chunk);
    return undefined;
  });
  await context.ready();
  return Buffer.concat(chunks).toString('utf8');
}

async function readBody(
  request: S3Request,
  take: (chunk: Buffer) => Promise<void> | undefined,
): Promise<Verified> {
  const { headers, incoming } = request;
  const decoder = decoderFor(headers);
  const expected = expectedSize(headers, decoder !== undefined);
  const checks = new BodyChecks(headers);
  try {
    // The stream must survive an early end of this loop: the answer goes out on the same connection.
    for await (const bytes of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      for (const chunk of decoder === undefined ? [bytes] : decoder.push(bytes)) {
        checks.update(chunk);
        await take(chunk);
      }
    }
  } catch (error) {
    if (incoming.errored !== null) throw new S3Error('IncompleteBody');
    throw error;
  }
  decoder?.finish();
  if (checks.size !== expected) throw new S3Error('IncompleteBody');
  return checks.finish(decoder?.trailers ?? new Map());
}

function decoderFor(headers: Readonly<Record<string, string>>): ChunkedDecoder | undefined {
  const payload = headers['x-amz-content-sha256'] ?? '';
  const isFramed =
    payload.startsWith('STREAMING-') || /\baws-chunked\b/.test(headers['content-encoding'] ?? '');
  return isFramed ? new ChunkedDecoder(payload.startsWith('STREAMING-AWS4-')) : undefined;
}

function expectedSize(headers: Readonly<Record<string, string>>, isFramed: boolean): number {
  const text = headers[isFramed ? 'x-amz-decoded-content-length' : 'content-length'];
  if (text === undefined) {
    if (headers['transfer-encoding'] !== undefined) {
      throw new S3Error('NotImplemented', { fields: { Header: 'Transfer-Encoding' } });
    }
    throw new S3Error('MissingContentLength');
  }
  const size = Number(text);
  if (!Number.isSafeInteger(size) || size < 0) throw new S3Error('InvalidArgument');
  if (size > largestBody) throw new S3Error('EntityTooLarge', { fields: { ProposedSize: text } });
  return size;
}

/** Everything that a sender may state about a body's bytes, computed on the way and compared at the end. */
class BodyChecks {
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
