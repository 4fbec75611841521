import { S3Error } from '../errors.js';
import type { Context } from '../operations/operation.js';
import type { S3Request } from '../request.js';
import type { Piece } from '../store/model.js';
import { BodyChecks, type Verified } from './body-checks.js';
import { ChunkedDecoder } from './chunked-body.js';

const largestBody = 5 * 1024 ** 3;
const largestXml = 4 * 1024 ** 2;

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
