import {
  backslash,
  closeList,
  closeObject,
  colon,
  comma,
  openList,
  openObject,
  quote,
  space,
} from '../json/json-marks.js';

/** One property of a JSON object, by where it stands in the object's text. */
export interface JsonMember {
  readonly name: string;
  /** Of the property as a whole, from the quote of its name. */
  readonly start: number;
  readonly valueStart: number;
  /** Behind the value's last byte. */
  readonly end: number;
}

const opening: ReadonlySet<number | undefined> = new Set([openObject, openList]);
const closing: ReadonlySet<number | undefined> = new Set([closeObject, closeList]);

/**
 * Finds the properties of a JSON object in its bytes, so that values can be taken over exactly as they were written: a number
 * with more digits than JavaScript holds, an escape, white space. The text must be known to be a JSON object.
 */
export function jsonMembers(text: Uint8Array): JsonMember[] {
  const members: JsonMember[] = [];
  let depth = 0;
  let start = -1;
  let valueStart = -1;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (depth === 1 && start < 0 && byte === quote) start = at;
    if (depth === 1 && valueStart < 0 && start >= 0 && byte === colon) valueStart = at + 1;
    const ends = depth === 1 && (byte === comma || closing.has(byte));
    if (ends && start >= 0) {
      members.push(member(text, start, valueStart, at));
      start = valueStart = -1;
    }
    if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    else if (byte === quote) at = endOfString(text, at);
  }
  return members;
}

/** The text of a value within a value; `undefined` where the path ends before. The text must be known to be JSON. */
export function jsonAt(text: Uint8Array, path: readonly string[]): Uint8Array | undefined {
  let found: Uint8Array | undefined = text;
  for (const name of path) {
    const first = found.find((byte) => byte > space);
    if (first !== openObject) return undefined;
    // Of two properties of one name the last counts, as with JSON.parse.
    const place = jsonMembers(found).findLast((property) => property.name === name);
    if (place === undefined) return undefined;
    found = found.subarray(place.valueStart, place.end);
  }
  return found;
}

function member(text: Uint8Array, start: number, valueStart: number, end: number): JsonMember {
  const name: unknown = JSON.parse(Buffer.from(text.subarray(start, valueStart - 1)).toString());
  return { name: String(name), start, valueStart, end };
}

function endOfString(text: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === backslash ? 2 : 1;
  return at;
}
