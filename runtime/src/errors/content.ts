import type { ObjectLocation } from './storage.js';

/** Thrown when what a body returned is no content: no text, no bytes, and nothing that gives such piece by piece. Nothing is stored. A retry does not help. */
export class NotContentError extends Error {
  override readonly name = 'NotContentError' as const;
  readonly step: string;

  /** `found` says what it is instead, never what it holds. */
  constructor(step: string, found: string) {
    super(`${step}: the result is ${found}; a content is a string, a Uint8Array, or a stream of these.`);
    this.step = step;
  }
}

/** Thrown when a content that somebody wants to open is not there: not yet, or not on this execution's way. */
export class ContentNotFoundError extends Error {
  override readonly name = 'ContentNotFoundError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(`There is no content s3://${bucket}/${key}, or no right to read it.`);
    this.bucket = bucket;
    this.key = key;
  }
}
