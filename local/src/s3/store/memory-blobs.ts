import { type Blobs, type BlobWriter, ReferenceCounts } from './blobs.js';

/** Up to this many bytes, a blob is joined into one buffer: one write answers it. */
const joinedBytes = 256 * 1024;

/** Blobs in memory. A large one stays in the chunks it came in, so nothing is copied. */
export class MemoryBlobs implements Blobs {
  readonly #chunks = new Map<string, readonly Buffer[]>();
  readonly #counts = new ReferenceCounts();
  #last = 0;

  writer(): BlobWriter {
    const chunks: Buffer[] = [];
    let size = 0;
    return {
      add: (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        return undefined;
      },
      finish: async () => {
        this.#last += 1;
        const name = String(this.#last);
        this.#chunks.set(name, size <= joinedBytes ? [Buffer.concat(chunks, size)] : chunks);
        this.#counts.add(name);
        return name;
      },
      abandon: async () => {
        chunks.length = 0;
      },
    };
  }

  retain(blob: string): void {
    this.#counts.add(blob);
  }

  release(blob: string): void {
    if (this.#counts.subtract(blob)) this.#chunks.delete(blob);
  }

  slice(blob: string, start: number, end: number): Buffer {
    const found = [...this.#within(blob, start, end)];
    return found.length === 1 ? (found[0] as Buffer) : Buffer.concat(found);
  }

  async *stream(blob: string, start: number, end: number): AsyncGenerator<Buffer> {
    yield* this.#within(blob, start, end);
  }

  async close(): Promise<void> {
    this.#chunks.clear();
  }

  *#within(blob: string, start: number, end: number): Generator<Buffer> {
    let offset = 0;
    for (const chunk of this.#chunks.get(blob) ?? []) {
      const next = offset + chunk.length;
      if (next > start && offset < end) {
        yield chunk.subarray(Math.max(start - offset, 0), Math.min(end - offset, chunk.length));
      }
      if (next >= end) return;
      offset = next;
    }
  }
}
