import type { SignalDefinition } from '../contract/definition.js';
import { SignalTooLargeError, SignalTypeError } from '../errors/signal.js';
import { isJsonObject } from '../json/json-object.js';

/** What JSON has beside arrays and objects. */
export type Scalar = string | number | boolean | null;

/** The scalars of one output, or of the input, by their names. */
export type SignalGroup = Readonly<Record<string, Scalar>>;

/** What scalars are read from, for errors. */
export interface SignalSource {
  readonly step: string;
  /** `input` or an output key. */
  readonly key: string;
}

/** Bytes of a text. A state's data is for conditions, not for content. */
const longestText = 1024;

/**
 * Reads the scalars that the state machine needs, and no others. One that is not there is left out, null stays null.
 *
 * @throws SignalTypeError, SignalTooLargeError
 */
export function readSignals(
  source: SignalSource,
  definitions: readonly SignalDefinition[],
  value: unknown,
): SignalGroup {
  const entries = definitions.flatMap((definition): [string, Scalar][] => {
    const scalar = measure(source, definition, value);
    return scalar === undefined ? [] : [[definition.name, scalar]];
  });
  return Object.fromEntries(entries);
}

function measure(source: SignalSource, definition: SignalDefinition, value: unknown): Scalar | undefined {
  const found = lookUp(source, definition, value);
  if (definition.measure === 'exists') return found !== undefined;
  if (definition.measure === 'count') {
    if (found === undefined) return 0;
    if (Array.isArray(found)) return found.length;
    throw new SignalTypeError(source, definition.path, 'an array', describe(found));
  }
  if (typeof found === 'object' && found !== null) {
    throw new SignalTypeError(source, definition.path, 'a scalar', describe(found));
  }
  if (typeof found === 'string' && Buffer.byteLength(found) > longestText) {
    throw new SignalTooLargeError(source, definition.path, longestText);
  }
  return found as Scalar | undefined;
}

/** Where the path leads; `undefined` where it ends before. A list on the way has no property of that name, but many. */
function lookUp(source: SignalSource, { path }: SignalDefinition, value: unknown): unknown {
  let found = value;
  for (const [depth, name] of path.entries()) {
    if (Array.isArray(found)) {
      throw new SignalTypeError(source, path.slice(0, depth), 'an object', describe(found));
    }
    if (!isJsonObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
