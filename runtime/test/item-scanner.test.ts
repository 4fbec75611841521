import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryRanges, rowRange, rowsText } from '../src/lists/item-rows.js';
import { ItemScanner } from '../src/lists/item-scanner.js';

const names = ['a', 'b', 'rows', 'x y', '"', '\\', '__proto__', 'é'];

/** A value with a list somewhere in it, the path to that list, and white space as people write it. */
const documents = fc.record({
  path: fc.array(fc.constantFrom(...names), { maxLength: 3 }),
  list: fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 12 }),
  beside: fc.jsonValue({ maxDepth: 2 }),
  indent: fc.constantFrom(undefined, 1, '\t'),
  batch: fc.integer({ min: 1, max: 4 }),
  cut: fc.integer({ min: 1, max: 9 }),
});

function nested(path: readonly string[], list: unknown, beside: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, name) =>
      Object.fromEntries([
        ['before', beside],
        [name, inner],
        ['behind', [beside, { [name]: [7] }]],
      ]),
    list,
  );
}

function scan(text: string, path: readonly string[], batch: number, cut = 1_000_000): ItemScanner {
  const bytes = Buffer.from(text);
  const scanner = new ItemScanner(path, batch);
  for (let at = 0; at < bytes.length; at += cut) scanner.push(bytes.subarray(at, at + cut));
  return scanner;
}

describe('the items of a list in a text', () => {
  it('are found wherever it is cut', () => {
    fc.assert(
      fc.property(documents, ({ path, list, beside, indent, batch, cut }) => {
        const text = JSON.stringify(nested(path, list, beside), undefined, indent);
        const scanner = scan(text, path, batch, cut);
        expect(scanner.items).toBe(list.length);
        const bytes = Buffer.from(text);
        const items = scanner.ranges.flatMap(({ start, end }) =>
          JSON.parse(`[${bytes.subarray(start, end)}]`),
        );
        expect(items).toEqual(JSON.parse(JSON.stringify(list)));
        expect(scanner.ranges).toHaveLength(Math.ceil(list.length / batch));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['no list is there', '{"b":[1]}', ['a']],
    ['something else is there', '{"a":{"b":[1]}}', ['a']],
    ['the path leads into a list', '{"a":[{"b":[1]}]}', ['a', 'b']],
    ['the whole is a word', 'null', []],
  ])('are none where %s', (_, text, path) => {
    expect(scan(text, path, 1).items).toBe(0);
  });

  it('are those of the last property of a name', () => {
    const text = '{"a":[1,2],"a":[3]}';
    expect(scan(text, ['a'], 1).ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['3']);
  });
});

describe('the rows of a list', () => {
  it('are a JSON array, each to be found by its number', () => {
    const ranges = [
      { start: 1, end: 12 },
      { start: 999_999_999_999, end: 1_000_000_000_000 },
    ];
    const text = Buffer.from(rowsText(ranges));
    expect(JSON.parse(text.toString())).toEqual(ranges);
    for (const [number, range] of ranges.entries()) {
      const { start, end } = rowRange(number);
      expect(JSON.parse(text.subarray(start, end).toString())).toEqual(range);
    }
    expect(JSON.parse(Buffer.from(rowsText([])).toString())).toEqual([]);
  });

  it('cut a list into batches', () => {
    expect(entryRanges(5, 2)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 4, end: 5 },
    ]);
  });
});
