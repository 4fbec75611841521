import type { Pointer } from '../diagnostic.js';
import { quote } from '../quote.js';
import { type Conflict, keyConflict, mapOf } from './conflict.js';

/** Kinds of steps whose output is JSON whatever they do, and why. */
const jsonKinds: Readonly<Record<string, string>> = {
  callback: 'is answered with JSON',
  downstream: 'writes "downstreamExecutionArn" and "processData"',
};

/** `content` where no file can be written, and beside a schema. */
export function contentConflicts(step: Readonly<Record<string, unknown>>, at: Pointer): Conflict[] {
  const output = mapOf(step.output);
  if (output.content === undefined) return [];
  const name = quote(at.at(-1));
  const kind = Object.keys(jsonKinds).find((key) => Object.hasOwn(step, key));
  if (kind !== undefined) {
    const message = `Step ${name} ${jsonKinds[kind]}, so that its output has no "content". The key should be left out.`;
    return [keyConflict([...at, 'output', 'content'], message)];
  }
  if (output.schema === undefined) return [];
  const message = `The output of step ${name} has both "content", by which it is a file, and "schema", which is for JSON. One of them should be left out.`;
  return [keyConflict([...at, 'output', 'schema'], message)];
}
