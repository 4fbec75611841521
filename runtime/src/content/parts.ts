const mebibyte = 2 ** 20;

/** Bytes of a part, and the most that is written by one request. */
export const partBytes = 8 * mebibyte;
const shiftedFirstPart = 7 * mebibyte;
const partsOfOneSize = 1_000;

/**
 * How a content is cut. Of the same bytes the two have different ETags, whatever their number: see `content-writes.ts`.
 * `plain`: by one request where it fits. `shifted`: always in parts, and the first is shorter.
 */
export type Layout = 'plain' | 'shifted';

/**
 * Bytes of the part of that number, from 0. A thousand parts have one size, the next thousand twice that: so 10,000 parts, S3's
 * limit, hold 5 TB, S3's other limit, and what a function can move in its time stays in small ones.
 */
export function partSize(number: number, layout: Layout): number {
  if (number === 0 && layout === 'shifted') return shiftedFirstPart;
  return partBytes * 2 ** Math.floor(number / partsOfOneSize);
}

/** Gathers pieces of any length into parts; the last may be shorter. No pieces, no part. */
export async function* cutParts(
  chunks: AsyncIterable<Uint8Array>,
  layout: Layout,
): AsyncGenerator<Uint8Array> {
  let number = 0;
  let part: Buffer | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      // Memory that is not written to is not taken yet, so that a short content costs no whole part.
      part ??= Buffer.allocUnsafeSlow(partSize(number, layout));
      const piece = chunk.subarray(at, at + part.length - filled);
      part.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled < part.length) continue;
      yield part;
      number += 1;
      part = undefined;
      filled = 0;
    }
  }
  if (part !== undefined) yield part.subarray(0, filled);
}
