import { constants } from 'node:buffer';

/** How an array or an object is put together from its members: items, or names with their values. */
interface Shape<Member> {
  readonly brackets: readonly [string, string];
  members(value: object): readonly Member[];
  whole(members: readonly Member[]): object;
  /** The text of a member up to its value, and the value. */
  apart(member: Member): readonly [string, unknown];
}

const arrays: Shape<unknown> = {
  brackets: ['[', ']'],
  members: (value) => value as unknown[],
  whole: (items) => items,
  apart: (item) => ['', item],
};

const objects: Shape<readonly [string, unknown]> = {
  brackets: ['{', '}'],
  members: (value) => Object.entries(value),
  whole: (entries) => Object.fromEntries(entries),
  apart: ([name, value]) => [`${JSON.stringify(name)}:`, value],
};

const comma = Buffer.from(',');

/**
 * A value of JSON as compact UTF-8 text of any length. Node.js has no strings of more than 512 MiB: longer text is put together from that
 * of its parts.
 *
 * @param longest How many characters a string can have; only tests say less.
 */
export function jsonBytes(value: unknown, longest: number = constants.MAX_STRING_LENGTH): Uint8Array {
  const text = stringify(value, longest);
  if (text !== undefined) return Buffer.from(text);
  return Array.isArray(value)
    ? longBytes(arrays, value, longest)
    : longBytes(objects, value as object, longest);
}

function longBytes<Member>(shape: Shape<Member>, value: object, longest: number): Uint8Array {
  const [open, close] = shape.brackets;
  const parts = inside(shape, shape.members(value), longest);
  return Buffer.concat([Buffer.from(open), ...parts, Buffer.from(close)]);
}

/** What stands between the brackets: where that is too long, in halves. */
function inside<Member>(
  shape: Shape<Member>,
  members: readonly Member[],
  longest: number,
): readonly Uint8Array[] {
  const text = stringify(shape.whole(members), longest);
  if (text !== undefined) return [Buffer.from(text).subarray(1, -1)];
  const [only] = members;
  if (members.length === 1 && only !== undefined) {
    const [beginning, value] = shape.apart(only);
    return [Buffer.from(beginning), jsonBytes(value, longest)];
  }
  const middle = Math.ceil(members.length / 2);
  const [first, second] = [members.slice(0, middle), members.slice(middle)];
  return [...inside(shape, first, longest), comma, ...inside(shape, second, longest)];
}

/** `undefined` where the text of an array or object is longer than a string can be. */
function stringify(value: unknown, longest: number): string | undefined {
  const isWhole = typeof value !== 'object' || value === null;
  try {
    const text = JSON.stringify(value);
    return isWhole || text.length <= longest ? text : undefined;
  } catch (error) {
    if (error instanceof RangeError && !isWhole) return undefined;
    throw error;
  }
}

/** A value as a reader of its JSON will see it: without properties that are `undefined`, and as `toJSON` says. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON());
  if (Array.isArray(value)) return value.map(plain);
  const properties = Object.entries(value).filter(([, property]) => property !== undefined);
  return Object.fromEntries(properties.map(([name, property]) => [name, plain(property)]));
}
