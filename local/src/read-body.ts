import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body.
 *
 * @returns the bytes, or `undefined` where there are more than `maxBytes`; the rest is then read and dropped, so that the
 * refusal reaches the sender and the connection stays usable.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= maxBytes ? Buffer.concat(chunks) : undefined;
}
