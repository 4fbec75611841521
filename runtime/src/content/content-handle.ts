import type { Readable } from 'node:stream';

/** A content that is read: a file, not JSON. Asks S3 for nothing until it is used. */
export interface ContentHandle {
  /** Bytes. */
  readonly size: number;
  /** The media type that it was written with, e.g. `application/pdf`. */
  readonly type: string;
  /** The bytes, bit by bit; a broken connection is taken up where it broke. May be called more than once. */
  stream(): Readable;
  /** The bytes as a whole: needs that much memory. */
  bytes(): Promise<Uint8Array>;
  /** The bytes as UTF-8 text: needs that much memory. */
  text(): Promise<string>;
}
