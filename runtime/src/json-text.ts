import { NotJsonError } from './errors/validation.js';

/** A value as compact JSON, and as a reader of that JSON will see it. */
export interface JsonText {
  readonly bytes: Uint8Array;
  readonly value: unknown;
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
  const inspection: Inspection = { subject, ancestors: [], verbatim: true };
  inspect(value, '', inspection);
  const text = JSON.stringify(value);
  return { bytes: Buffer.from(text), value: inspection.verbatim ? value : JSON.parse(text) };
}

interface Inspection {
  readonly subject: string;
  readonly ancestors: object[];
  /** False once something was met that JSON leaves out or writes in another form. */
  verbatim: boolean;
}

function inspect(value: unknown, path: string, inspection: Inspection): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') throw new NotJsonError(inspection.subject, path, describeScalar(value));
  if (inspection.ancestors.includes(value)) throw new NotJsonError(inspection.subject, path, 'a cycle');
  inspection.ancestors.push(value);
  if (Array.isArray(value)) inspectArray(value, path, inspection);
  else inspectObject(value, path, inspection);
  inspection.ancestors.pop();
}

function inspectArray(items: readonly unknown[], path: string, inspection: Inspection): void {
  for (let index = 0; index < items.length; index += 1) inspect(items[index], `${path}/${index}`, inspection);
}

function inspectObject(value: object, path: string, inspection: Inspection): void {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (ArrayBuffer.isView(value)) throw new NotJsonError(inspection.subject, path, `bytes (${kind})`);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    inspection.verbatim = false;
    const written: unknown = value.toJSON();
    if (written === null) throw new NotJsonError(inspection.subject, path, `an invalid ${kind}`);
    inspect(written, path, inspection);
    return;
  }
  if (kind !== 'Object') throw new NotJsonError(inspection.subject, path, `an object of the kind ${kind}`);
  for (const [name, property] of Object.entries(value)) {
    if (property === undefined) inspection.verbatim = false;
    else inspect(property, `${path}/${pointerToken(name)}`, inspection);
  }
}

function describeScalar(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}

function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
