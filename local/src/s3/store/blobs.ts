import type { References } from './state.js';

/** Takes the bytes of one blob. After `finish` or `abandon` it is spent. */
export interface BlobWriter {
  /** Returns a promise where the writer wants the caller to wait. */
  add(chunk: Buffer): Promise<void> | undefined;
  /** The new blob's name. The caller holds one reference to it and must release that. */
  finish(): Promise<string>;
  /** Forgets what was added. */
  abandon(): Promise<void>;
}

/** Immutable byte strings, counted by reference: the last release removes the bytes. */
export interface Blobs extends References {
  writer(): BlobWriter;
  /** The bytes from `start` up to `end`, exclusive, at once: for short stretches. */
  slice(blob: string, start: number, end: number): Buffer | Promise<Buffer>;
  /** The same, chunk by chunk. */
  stream(blob: string, start: number, end: number): AsyncIterable<Buffer>;
  /** Resolves once nothing is left to do. */
  close(): Promise<void>;
}

/** Counts references by name. */
export class ReferenceCounts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** True where this was the last one. */
  subtract(name: string): boolean {
    const count = (this.#counts.get(name) ?? 0) - 1;
    if (count > 0) this.#counts.set(name, count);
    else this.#counts.delete(name);
    return count <= 0;
  }

  has(name: string): boolean {
    return this.#counts.has(name);
  }
}
