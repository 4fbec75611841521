import { describe, expect, it } from 'vitest';
import { jsonMembers } from '../src/merge/json-members.js';
import { fitParts, mergeDocument, withoutKeys } from '../src/merge/merge-document.js';
import { randomJsonText, randomObjectText, seededRandom } from './support/random-json.js';

const bytes = (text: string) => Buffer.from(text);
const text = (buffer: Uint8Array) => Buffer.from(buffer).toString();
const part = (key: string, value: string) => ({ key, bytes: bytes(value) });

describe('mergeDocument', () => {
  it('puts the outputs behind the input, in their order, and changes no byte of either', () => {
    const merged = mergeDocument(bytes('{"big":12345678901234567890,"e":"\\u00e4"}'), [
      part('b-output', '{"n":1.50}'),
      part('a-output', '[]'),
    ]);
    expect(text(merged)).toBe(
      '{"big":12345678901234567890,"e":"\\u00e4","b-output":{"n":1.50},"a-output":[]}',
    );
  });

  it('takes an empty input, white space included', () => {
    expect(text(mergeDocument(bytes(' { \n} \n'), [part('a', '1')]))).toBe(' { \n"a":1}');
    expect(text(mergeDocument(bytes('{}'), []))).toBe('{}');
  });

  it('agrees with an object spread, and is undone by withoutKeys, for 500 random documents', () => {
    const random = seededRandom(58);
    for (let round = 0; round < 500; round += 1) {
      const input = randomObjectText(random);
      const parts = [part('out-1', randomJsonText(random)), part('out-2', randomJsonText(random))];
      const merged = mergeDocument(bytes(input), parts);
      const expected = { ...JSON.parse(input), 'out-1': JSON.parse(text(parts[0]?.bytes ?? bytes(''))) };
      expected['out-2'] = JSON.parse(text(parts[1]?.bytes ?? bytes('')));
      expect(JSON.parse(text(merged)), input).toEqual(expected);
      const back = withoutKeys(merged, new Set(['out-1', 'out-2']));
      expect(JSON.parse(text(back)), input).toEqual(JSON.parse(input));
    }
  });

  it('finds each member of an object where it stands', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 500; round += 1) {
      const source = randomObjectText(random);
      const buffer = bytes(source);
      const found = jsonMembers(buffer).map((member) => [
        member.name,
        JSON.parse(text(buffer.subarray(member.valueStart, member.end))),
      ]);
      expect(found, source).toEqual(Object.entries(JSON.parse(source)));
    }
  });

  it('leaves a document alone that has none of the keys', () => {
    const document = bytes('{ "a" : 1.0 }');
    expect(withoutKeys(document, new Set(['b']))).toBe(document);
  });
});

describe('fitParts', () => {
  const refer = ({ key, bytes: { length } }: { key: string; bytes: Uint8Array }) => ({
    $ref: `s3://b/${key}`,
    size: length,
    sha256: 'f'.repeat(64),
  });
  const small = part('small', `"${'s'.repeat(20)}"`);
  const medium = part('medium', `"${'m'.repeat(400)}"`);
  const large = part('large', `"${'l'.repeat(900)}"`);

  it('refers to the largest outputs first, and to no more than it must', () => {
    const fitted = fitParts(bytes('{}'), [small, large, medium], 1_000, refer);
    expect(fitted.map(({ key }) => key)).toEqual(['small', 'large', 'medium']);
    expect(JSON.parse(text(fitted[1]?.bytes ?? bytes('')))).toEqual(refer(large));
    expect(fitted[2]).toBe(medium);
  });

  it('fits exactly at the limit and not a byte above it', () => {
    const exact = mergeDocument(bytes('{"i":1}'), [small, medium, large]).length;
    expect(fitParts(bytes('{"i":1}'), [small, medium, large], exact, refer)).toEqual([small, medium, large]);
    expect(fitParts(bytes('{"i":1}'), [small, medium, large], exact - 1, refer)[2]).not.toBe(large);
    const empty = mergeDocument(bytes('{}'), [small, medium]).length;
    expect(fitParts(bytes('{}'), [small, medium], empty, refer)).toEqual([small, medium]);
  });

  it('never makes a document longer by a reference', () => {
    expect(fitParts(bytes('{}'), [small], 1, refer)).toEqual([small]);
  });
});
