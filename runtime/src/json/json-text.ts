import { NotJsonError } from '../errors/validation.js';
import { jsonBytes, plain } from './json-bytes.js';

/** A value as compact JSON, and as a reader of that JSON will see it. */
export interface JsonText {
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

/** A value whose JSON text is there already, and is kept byte for byte. The text must be known to be JSON. */
export class WrittenJson implements JsonText {
  readonly bytes: Uint8Array;
  readonly value: unknown;

  constructor(bytes: Uint8Array, value: unknown) {
    this.bytes = bytes;
    this.value = value;
  }
}

/**
 * Writes a value as compact UTF-8 JSON and refuses what JSON would silently change: `undefined` in an array, NaN and the infinities,
 * BigInt, functions, symbols, cycles, and objects whose content is not in their properties (Map, Set, Error, Buffer …).
 * Kept as JavaScript has it: a property that is `undefined` is left out, and `toJSON` is used (a Date becomes its ISO text).
 *
 * @param subject Whose value this is, for the error's message.
 * @throws NotJsonError naming the place, never the value.
 */
export function toJsonText(value: unknown, subject: string): JsonText {
  if (value instanceof WrittenJson) return value;
  const inspection: Inspection = { subject, path: [], ancestors: [], verbatim: true };
  inspect(value, inspection);
  const written = inspection.verbatim ? value : plain(value);
  return { bytes: jsonBytes(written), value: written };
}

interface Inspection {
  readonly subject: string;
  /** Where the walk is; made into a pointer only when something is wrong. */
  readonly path: (string | number)[];
  readonly ancestors: object[];
  /** False once something was met that JSON leaves out or writes in another form. */
  verbatim: boolean;
}

function inspect(value: unknown, inspection: Inspection): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') refuse(inspection, describeScalar(value));
  if (inspection.ancestors.includes(value)) refuse(inspection, 'a cycle');
  inspection.ancestors.push(value);
  if (Array.isArray(value)) inspectItems(value, inspection);
  else if (isPlain(value)) inspectProperties(value, inspection);
  else inspectExotic(value, inspection);
  inspection.ancestors.pop();
}

function inspectItems(items: readonly unknown[], inspection: Inspection): void {
  for (let index = 0; index < items.length; index += 1) {
    inspection.path.push(index);
    inspect(items[index], inspection);
    inspection.path.pop();
  }
}

function inspectProperties(value: object, inspection: Inspection): void {
  const properties = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(properties)) {
    const property = properties[name];
    if (property === undefined) inspection.verbatim = false;
    else {
      inspection.path.push(name);
      inspect(property, inspection);
      inspection.path.pop();
    }
  }
}

/** An object of a class: it may say itself how it is written, or hold its content elsewhere than in properties. */
function inspectExotic(value: object, inspection: Inspection): void {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (ArrayBuffer.isView(value)) refuse(inspection, `bytes (${kind})`);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    inspection.verbatim = false;
    const written: unknown = value.toJSON();
    if (written === null) refuse(inspection, `an invalid ${kind}`);
    inspect(written, inspection);
    return;
  }
  if (kind !== 'Object') refuse(inspection, `an object of the kind ${kind}`);
  inspectProperties(value, inspection);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    !('toJSON' in value) &&
    !(Symbol.toStringTag in value)
  );
}

function refuse({ subject, path }: Inspection, found: string): never {
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  throw new NotJsonError(subject, pointer, found);
}

function describeScalar(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
