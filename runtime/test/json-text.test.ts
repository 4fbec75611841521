import { constants } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotJsonError } from '../src/errors.js';
import { jsonBytes } from '../src/json/json-bytes.js';
import { parseJson } from '../src/json/json-object.js';
import { toJsonText } from '../src/json/json-text.js';

const cycle: Record<string, unknown> = { name: 'loop' };
cycle.self = { again: cycle };
const shared = { a: 1 };

describe('toJsonText', () => {
  it.each([
    ['scalars', { a: 'ä€😀', b: 1.5, c: true, d: null, e: -0 }],
    ['nesting', { a: [[1, [2]], { b: {} }], '': [] }],
    ['a root that is no object', ['x', 1]],
    ['one object in two places', { one: shared, two: [shared, shared] }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['awkward names', JSON.parse('{"__proto__":1,"constructor":2,"a/b~c":3}')],
  ])('writes %s compactly, as JSON.stringify does', (_name, value) => {
    const { bytes, value: seen } = toJsonText(value, 'x');
    expect(Buffer.from(bytes).toString()).toBe(JSON.stringify(value));
    expect(seen).toBe(value);
  });

  it('shows a reader what it will read: a Date is its text, an undefined property is not there', () => {
    const at = new Date(0);
    const { bytes, value } = toJsonText({ at, gone: undefined, kept: [{ gone: undefined }] }, 'x');
    expect(Buffer.from(bytes).toString()).toBe('{"at":"1970-01-01T00:00:00.000Z","kept":[{}]}');
    expect(value).toEqual({ at: '1970-01-01T00:00:00.000Z', kept: [{}] });
    expect(Object.keys(value as object)).toEqual(['at', 'kept']);
  });

  it.each([
    ['nothing at all', undefined, '', 'undefined'],
    ['undefined in an array', { a: [1, undefined] }, '/a/1', 'undefined'],
    ['a hole', { a: new Array(1) }, '/a/0', 'undefined'],
    ['NaN', { a: { b: Number.NaN } }, '/a/b', 'NaN'],
    ['infinity', [Number.NEGATIVE_INFINITY], '/0', '-Infinity'],
    ['a BigInt', { n: 1n }, '/n', 'a bigint'],
    ['a function', { f: () => 1 }, '/f', 'a function'],
    ['a symbol', { s: Symbol('s') }, '/s', 'a symbol'],
    ['a cycle', cycle, '/self/again', 'a cycle'],
    ['a Map', { m: new Map([['a', 1]]) }, '/m', 'an object of the kind Map'],
    ['a Set', { m: new Set() }, '/m', 'an object of the kind Set'],
    ['a Promise', { p: Promise.resolve() }, '/p', 'an object of the kind Promise'],
    ['an Error', { e: new Error('x') }, '/e', 'an object of the kind Error'],
    ['a Buffer', { b: Buffer.from('secret') }, '/b', 'bytes (Uint8Array)'],
    ['an invalid Date', { d: new Date(Number.NaN) }, '/d', 'an invalid Date'],
    ['a path with signs of JSON pointers', { 'a/b~c': Number.NaN }, '/a~1b~0c', 'NaN'],
  ])('refuses %s and names the place', (_name, value, path, found) => {
    expect(() => toJsonText(value, 'step-a: the result')).toThrow(NotJsonError);
    expect(() => toJsonText(value, 'step-a: the result')).toThrow(
      `step-a: the result has ${found} at ${path || 'its root'}, which JSON cannot hold.`,
    );
  });
});

describe('jsonBytes', () => {
  // The benchmark of maps writes a list of 1 GiB.
  it('puts text together that is longer than a string can be', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 2, max: 40 }), (value, longest) => {
        expect(Buffer.from(jsonBytes(value, longest)).toString()).toBe(JSON.stringify(value));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('parseJson', () => {
  it('says of what is longer than a string can be that it is too long', () => {
    const size = constants.MAX_STRING_LENGTH + 1;
    expect(() => parseJson(new Uint8Array(size), { bucket: 'b', key: 'k' })).toThrow(
      expect.objectContaining({ name: 'DocumentTooLongError', size }),
    );
  });
});
