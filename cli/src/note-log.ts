import type { Log } from '@sfs3/local';
import type { Terminal } from './terminal.js';

/** Prints what the functions write, each line with its function's name, to standard error. */
export function noteLog({ note, noteColors }: Terminal): Log {
  return ({ source, text }) => note(`${noteColors.dim(source)}  ${text}`);
}
