/*
 * What compiled validators call. The generator compiles JSON Schemas with ajv; these two functions stand in for the ones
 * of ajv's own runtime, so that no Lambda carries ajv.
 */

/** The number of Unicode code points of a text, which is what `minLength` and `maxLength` count. */
export function ucs2length(text: string): number {
  let length = 0;
  for (const _codePoint of text) length += 1;
  return length;
}

/** Whether two JSON values are equal; the order of an object's properties does not count. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) return equalArrays(left, right);
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]))
  );
}

function equalArrays(left: unknown, right: unknown): boolean {
  return (
    Array.isArray(left) &&
    Array.isArray(right) &&
    left.length === right.length &&
    left.every((item, index) => equal(item, right[index]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
