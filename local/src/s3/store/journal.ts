import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Change } from './change.js';

const format = { format: 'sfs3-s3', version: 1 };

/**
 * The history of a folder: one line for each commit, appended before the commit takes effect.
 * A last line that a crash tore is no commit and is dropped.
 */
export class Journal {
  /** Nothing once the journal is closed: the system may give the number to another file. */
  #file: number | undefined;
  #length: number;

  private constructor(file: number, length: number) {
    this.#file = file;
    this.#length = length;
  }

  /** Every change in a folder's journal, in order; nothing where there is none yet. */
  static *read(directory: string): Generator<Change> {
    const path = journalPath(directory);
    if (!existsSync(path)) return;
    const lines = readFileSync(path, 'utf8').split('\n');
    // Each complete line ends in a line feed, so what follows the last one is torn or empty.
    lines.pop();
    for (const [index, line] of lines.entries()) {
      const parsed: unknown = JSON.parse(line);
      if (index === 0) checkFormat(parsed, path);
      else yield* parsed as readonly Change[];
    }
  }

  /** Starts a new journal that begins with the given history, in place of the old one. */
  static start(directory: string, history: Iterable<Change>): Journal {
    const path = journalPath(directory);
    const lines = [JSON.stringify(format)];
    for (const change of history) lines.push(JSON.stringify([change]));
    const text = `${lines.join('\n')}\n`;
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    return new Journal(openSync(path, 'a'), Buffer.byteLength(text));
  }

  /** Appends one commit; throws, and leaves the journal as it was, where the disk refuses. */
  append(changes: readonly Change[]): void {
    const file = this.#file;
    if (file === undefined) throw new Error('The store is closed; nothing can be committed any more.');
    const line = Buffer.from(`${JSON.stringify(changes)}\n`);
    try {
      const written = writeSync(file, line);
      if (written < line.length) throw new Error('The disk took only a part of the commit.');
    } catch (error) {
      ftruncateSync(file, this.#length);
      throw error;
    }
    this.#length += line.length;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

function journalPath(directory: string): string {
  return join(directory, 'journal.jsonl');
}

function checkFormat(value: unknown, path: string): void {
  if (JSON.stringify(value) !== JSON.stringify(format)) {
    throw new Error(
      `"${path}" is not a journal of this version; its first line must be ${JSON.stringify(format)}.`,
    );
  }
}
