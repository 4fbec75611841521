import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Blobs, type BlobWriter, ReferenceCounts } from './blobs.js';

/** Up to this many bytes are gathered before a file is opened: most objects are one write. */
const gatheredBytes = 256 * 1024;

/**
 * Blobs as files of one folder, under names of their own making, so no object key ever becomes a path.
 * A file that no journal line names is no object: a cut write removes its file, and the next start sweeps what a crash left.
 */
export class FolderBlobs implements Blobs {
  readonly #directory: string;
  readonly #counts = new ReferenceCounts();
  readonly #removals = new Set<Promise<void>>();
  /** False during the replay of the journal, when what is released may be retained again later. */
  #removing = false;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Removes every file that nothing refers to; from now on, the last release removes a file. */
  async sweep(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const names = await readdir(this.#directory);
    await Promise.all(names.filter((name) => !this.#counts.has(name)).map((name) => this.#remove(name)));
    this.#removing = true;
  }

  writer(): BlobWriter {
    const name = randomUUID();
    const path = this.#path(name);
    const chunks: Buffer[] = [];
    let gathered = 0;
    let file: FileHandle | undefined;
    const flush = async (): Promise<void> => {
      file ??= await open(path, 'wx');
      await file.appendFile(Buffer.concat(chunks.splice(0)));
      gathered = 0;
    };
    return {
      add: (chunk) => {
        chunks.push(chunk);
        gathered += chunk.length;
        return gathered > gatheredBytes ? flush() : undefined;
      },
      finish: async () => {
        if (file === undefined) await writeFile(path, Buffer.concat(chunks), { flag: 'wx' });
        else await flush();
        await file?.close();
        this.#counts.add(name);
        return name;
      },
      abandon: async () => {
        await file?.close().catch(() => undefined);
        await this.#remove(name);
      },
    };
  }

  retain(blob: string): void {
    this.#counts.add(blob);
  }

  release(blob: string): void {
    if (!this.#counts.subtract(blob) || !this.#removing) return;
    const removal = this.#remove(blob).finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }

  async slice(blob: string, start: number, end: number): Promise<Buffer> {
    const file = await open(this.#path(blob));
    try {
      const buffer = Buffer.allocUnsafe(end - start);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  stream(blob: string, start: number, end: number): AsyncIterable<Buffer> {
    return createReadStream(this.#path(blob), { start, end: end - 1, highWaterMark: gatheredBytes });
  }

  async close(): Promise<void> {
    await Promise.all(this.#removals);
  }

  #path(name: string): string {
    return join(this.#directory, name);
  }

  async #remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
  }
}
