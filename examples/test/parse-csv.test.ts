import { expect, it } from 'vitest';
import { parseCsv } from '../batch/csv/parse-csv.js';

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function recordsOf(text: string, length = text.length): Promise<[number, ...string[]][]> {
  const records: [number, ...string[]][] = [];
  for await (const { line, fields } of parseCsv(pieces(text, length))) records.push([line, ...fields]);
  return records;
}

it.each([
  [
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'a\n\n\r\nb\n',
    [
      [1, 'a'],
      [4, 'b'],
    ],
  ],
  ['"a, b","c ""d"" e",""\n', [[1, 'a, b', 'c "d" e', '']]],
  [
    '"two\nlines",x\ny',
    [
      [1, 'two\nlines', 'x'],
      [3, 'y'],
    ],
  ],
  [
    '""\n,\n',
    [
      [1, ''],
      [2, '', ''],
    ],
  ],
  ['', []],
])('reads %j, in pieces of any length', async (text, records) => {
  expect(await recordsOf(text)).toEqual(records);
  expect(await recordsOf(text, 1)).toEqual(records);
});
