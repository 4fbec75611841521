import { readFile } from 'node:fs/promises';
import { UsageError } from './exit.js';
import type { Terminal } from './terminal.js';

/** Reads an execution's input from a file, or from standard input for `-`. */
export async function readExecutionInput(source: string, terminal: Terminal): Promise<object> {
  const input = await readJson('input', source, terminal);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new UsageError(`The input in ${placeOf(source)} is ${kindOf(input)}; it should be a JSON object.`);
  }
  return input;
}

/** Reads JSON from a file, or from standard input for `-`. */
export async function readJson(
  what: 'input' | 'output',
  source: string,
  terminal: Terminal,
): Promise<unknown> {
  const text = source === '-' ? await terminal.readInput() : await readTextFile(what, source);
  return parseJson(text, `${what} in ${placeOf(source)}`);
}

function placeOf(source: string): string {
  return source === '-' ? 'standard input' : `"${source}"`;
}

async function readTextFile(what: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`The ${what} file "${path}" cannot be read.`, { cause });
  }
}

/** The parser's own message may quote what it read, so only the place is told. */
function parseJson(text: string, subject: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const position = /at position \d+/.exec(String(cause))?.[0];
    const where = position === undefined ? '' : ` (${position})`;
    throw new UsageError(`The ${subject} is not JSON${where}.`, { cause });
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
