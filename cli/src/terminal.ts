import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pc from 'picocolors';

/** Where a command reads and writes. What a program may want to read goes to `out`, what a person wants to know to `note`. */
export interface Terminal {
  /** Writes a line to standard output. */
  out(line: string): void;
  /** Writes bytes to standard output as they come, and nothing else. */
  outBytes(bytes: Readable): Promise<void>;
  /** Writes a line to standard error. */
  note(line: string): void;
  /** Reads standard input to its end. */
  readInput(): Promise<string>;
  /** Colours for standard output; every one returns its text unchanged where colours are not wanted. */
  readonly outColors: Colors;
  /** Colours for standard error. */
  readonly noteColors: Colors;
}

/** The few colours that the commands use. */
export type Colors = ReturnType<typeof pc.createColors>;

/** The terminal of this process. NO_COLOR and FORCE_COLOR are respected; what is no terminal gets plain text. */
export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    outBytes: (bytes) => pipeline(bytes, process.stdout, { end: false }),
    note: (line) => void process.stderr.write(`${line}\n`),
    readInput: () => text(process.stdin as Readable),
    outColors: pc.createColors(wantsColor(process.stdout)),
    noteColors: pc.createColors(wantsColor(process.stderr)),
  };
}

function wantsColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}
