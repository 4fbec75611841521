import { readFile } from 'node:fs/promises';
import { UsageError } from './exit.js';
import type { Terminal } from './terminal.js';

/** Reads an execution's input from a file, or from standard input for `-`. */
export async function readExecutionInput(source: string, terminal: Terminal): Promise<object> {
  const where = source === '-' ? 'standard input' : `"${source}"`;
  const text = source === '-' ? await terminal.readInput() : await readInputFile(source);
  const input = parseJson(text, where);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new UsageError(`The input in ${where} is ${kindOf(input)}; it should be a JSON object.`);
  }
  return input;
}

async function readInputFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The input file "${path}" cannot be read.`, { cause });
  }
}

/** The parser's own message may quote the input, so only the place is told. */
function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = /at position \d+/.exec(String(cause))?.[0];
    throw new UsageError(
      `The input in ${where} is not JSON${position === undefined ? '' : ` (${position})`}.`,
      {
        cause,
      },
    );
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
