import type { ChildProperty, DownstreamDefinition } from '../contract/definition.js';
import { inputRead } from '../contract/keys.js';
import { InputValidationError } from '../errors/validation.js';
import { checkInputKeys } from '../load/input-document.js';
import type { LoadedReads } from '../load/load-reads.js';
import { problemsOf } from '../load/validate.js';
import { jsonAt } from '../merge/json-members.js';
import { type DocumentPart, mergeDocument, withoutKeys } from '../merge/merge-document.js';

interface JsonInput {
  readonly text: Uint8Array;
  readonly value: object;
}

/**
 * The JSON text of a child's input: what a map names, or else everything that was read. Texts are joined as they were written.
 *
 * @throws InputKeyConflictError, InputValidationError
 */
export function childInput({ step, child }: DownstreamDefinition, reads: LoadedReads): Uint8Array {
  const { text, value } = child.properties ? mapInput(child.properties, reads) : mergeReads(reads);
  checkInputKeys(child.workflow, value, child.outputKeys ?? []);
  const problems = child.input ? problemsOf(child.input, value) : [];
  if (problems.length > 0) throw new InputValidationError(step, `the input of ${child.workflow}`, problems);
  return text;
}

/** A value that is not there leaves its property out. */
function mapInput(properties: readonly ChildProperty[], { input, parts }: LoadedReads): JsonInput {
  const texts = new Map(parts.map(({ key, bytes }) => [key, bytes]));
  if (input) texts.set(inputRead, input.text);
  const mapped = properties.flatMap(({ name, key, path }): DocumentPart[] => {
    const text = texts.get(key);
    const bytes = text && jsonAt(text, path);
    return bytes ? [{ key: name, bytes }] : [];
  });
  const text = mergeDocument(Buffer.from('{}'), mapped);
  return { text, value: JSON.parse(Buffer.from(text).toString()) };
}

/** The input's properties, and each output under its key. */
function mergeReads({ input, parts, values }: LoadedReads): JsonInput {
  const { [inputRead]: _own, ...outputs } = values;
  const present = Object.entries(outputs).filter(([, output]) => output !== undefined);
  // No output may have the name of an input's property; the error may, and then takes its place.
  const text = withoutKeys(input?.text ?? Buffer.from('{}'), new Set(parts.map(({ key }) => key)));
  return { text: mergeDocument(text, parts), value: { ...input?.value, ...Object.fromEntries(present) } };
}
