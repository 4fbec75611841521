import { text } from 'node:stream/consumers';
import pc from 'picocolors';
import { main } from '../src/main.js';

const plainColors = pc.createColors(false);

/** Runs the command in this process, which is quicker than a process of its own; `input` stands for standard input. */
export async function call(args: readonly string[], input = '') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    out: (line) => out.push(`${line}\n`),
    outBytes: async (bytes) => void out.push(await text(bytes)),
    note: (line) => err.push(`${line}\n`),
    readInput: async () => input,
    outColors: plainColors,
    noteColors: plainColors,
  });
  return { code, out: out.join(''), err: err.join('') };
}
