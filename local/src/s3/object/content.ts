import type { Blobs } from '../store/blobs.js';
import type { Piece } from '../store/model.js';

/** Up to this many bytes are answered in one write. */
const shortBytes = 256 * 1024;

/** Content that is held until `release`: a write or a delete in the meantime does not take it away. */
export interface HeldContent {
  readonly body: Buffer | AsyncIterable<Buffer>;
  readonly release: () => void;
}

/** Opens the bytes from `start` up to `end`, exclusive, of an object's pieces. */
export async function openContent(
  blobs: Blobs,
  pieces: readonly Piece[],
  start: number,
  end: number,
): Promise<HeldContent> {
  const release = hold(blobs, pieces);
  const [piece] = pieces;
  if (piece === undefined || start >= end) return { body: Buffer.alloc(0), release };
  if (pieces.length > 1 || end - start > shortBytes)
    return { body: read(blobs, pieces, start, end), release };
  try {
    return { body: await blobs.slice(piece.blob, start, end), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Takes a hold on pieces; returns what gives it up. */
export function hold(blobs: Blobs, pieces: readonly Piece[]): () => void {
  for (const { blob } of pieces) blobs.retain(blob);
  return () => {
    for (const { blob } of pieces) blobs.release(blob);
  };
}

/** Reads pieces one after another; the caller holds them. */
export async function* read(
  blobs: Blobs,
  pieces: readonly Piece[],
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const { blob, size } of pieces) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, size);
    if (from < to) yield* blobs.stream(blob, from, to);
    offset += size;
  }
}
