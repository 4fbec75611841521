import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bucket, startBucket } from '../bucket.js';
import { pass } from '../conformance/row.js';
import { type Harness, historyOf, startStates } from '../harness.js';
import { distributed, reader, runMap } from './fixture.js';

let bucket: Bucket;
let states: Harness;

beforeAll(async () => {
  bucket = await startBucket();
  states = await startStates({ s3: bucket.s3 });
});
afterAll(async () => {
  await states.close();
  await bucket.close();
});

/** The items that a Map finds in an object. */
async function read(text: string, config: object, more: Readonly<Record<string, unknown>> = {}) {
  await bucket.put('items', text);
  const definition = distributed({ One: pass() }, { ItemReader: reader('items', config), ...more });
  return await runMap(states.client, definition);
}

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
describe('a distributed Map reads', () => {
  test.each([
    { name: 'a JSON array', text: ' [1, "a,]\\"}" ,{"b":[2,{}]},[3] ,null]\n', config: {} },
    {
      name: 'an array behind a pointer',
      text: '{"x":{"list":[9]},"a/b":{"y":1,"z":{"list":[8]},"list":[1,"a,]\\"}",{"b":[2,{}]},[3],null]},"list":[7]}',
      config: { ItemsPointer: '/a~1b/list' },
    },
  ])('$name', async ({ text, config }) => {
    const { output } = await read(text, { InputType: 'JSON', ...config });
    expect(output).toEqual([1, 'a,]"}', { b: [2, {}] }, [3], null]);
  });

  test('lines of JSON', async () => {
    const { output } = await read('{"a":1}\n\n[2]\n"é"', { InputType: 'JSONL' });
    expect(output).toEqual([{ a: 1 }, [2], 'é']);
  });

  test('CSV with its header in the first row', async () => {
    const text = '\uFEFFid,name\r\n1,"a ""b"", c"\r\n\r\n2\r\n3,x\\,y,more\r\n4,"two\nlines"';
    const { output } = await read(text, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' });
    expect(output).toEqual([
      { id: '1', name: 'a "b", c' },
      { id: '2', name: '' },
      { id: '3', name: 'x,y' },
      { id: '4', name: 'two\nlines' },
    ]);
  });

  test('CSV with a header that is given, and another delimiter', async () => {
    const { output } = await read('1|a,b\n2|c\n', {
      InputType: 'CSV',
      CSVHeaderLocation: 'GIVEN',
      CSVHeaders: ['id', 'name'],
      CSVDelimiter: 'PIPE',
    });
    expect(output).toEqual([
      { id: '1', name: 'a,b' },
      { id: '2', name: 'c' },
    ]);
  });

  test('no more than MaxItems', async () => {
    const { output, run } = await read('[1,2,3]', { InputType: 'JSON', MaxItems: '{% 1 + 1 %}' });
    expect(output).toEqual([1, 2]);
    expect(run.itemCounts?.total).toBe(2);
  });

  test('the objects below a prefix', async () => {
    await bucket.put('photos/a', '1');
    await bucket.put('photos/b', '22');
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Arguments: { Bucket: 'data', Prefix: '{% "photos/" %}' },
    };
    const { output } = await runMap(states.client, distributed({ One: pass() }, { ItemReader }));
    expect(output).toMatchObject([
      { Key: 'photos/a', Size: 1, StorageClass: 'STANDARD', Etag: expect.stringContaining('"') },
      { Key: 'photos/b', Size: 2 },
    ]);
  });

  test('the items of its input', async () => {
    const definition = distributed(
      { One: pass() },
      {
        Items: '{% $states.input.list %}',
        ItemSelector: {
          i: '{% $states.context.Map.Item.Index %}',
          v: '{% $states.context.Map.Item.Value %}',
          all: '{% $count($states.input.list) %}',
        },
      },
    );
    const { output } = await runMap(states.client, definition, { list: ['a', 'b'] });
    expect(output).toEqual([
      { i: 0, v: 'a', all: 2 },
      { i: 1, v: 'b', all: 2 },
    ]);
  });
});

describe('a distributed Map fails with States.ItemReaderFailed', () => {
  test.each([
    { name: 'where the text is no array', text: '{"a":1}' },
    { name: 'where the array has no end', text: '[1,2' },
    { name: 'where an item is no JSON', text: '[1,x]' },
    { name: 'where an item is too large', text: `["${'x'.repeat(262_144)}"]` },
  ])('$name', async ({ text }) => {
    const { status, error, run } = await read(text, { InputType: 'JSON' });
    expect({ status, error, run: run.status }).toEqual({
      status: 'FAILED',
      error: 'States.ItemReaderFailed',
      run: 'FAILED',
    });
  });

  test('where the object is missing', async () => {
    const ItemReader = reader('missing', { InputType: 'JSONL' });
    const { error } = await runMap(states.client, distributed({ One: pass() }, { ItemReader }));
    expect(error).toBe('States.ItemReaderFailed');
  });
});

test('an ItemSelector that cannot be evaluated fails the run', async () => {
  const definition = distributed({ One: pass() }, { ItemSelector: '{% $states.input[0].missing %}' });
  const { executionArn, error } = await runMap(states.client, definition, [1]);
  expect(error).toBe('States.QueryEvaluationError');
  const failed = (await historyOf(states.client, executionArn)).find(({ type }) => type === 'MapRunFailed');
  expect(failed?.mapRunFailedEventDetails?.error).toBe('States.QueryEvaluationError');
});

describe('a batch', () => {
  const items = { Items: '{% $states.input %}' };

  test('holds as many items as it may, and what all of them share', async () => {
    const ItemBatcher = { MaxItemsPerBatch: 2, BatchInput: { shared: '{% $count($states.input) %}' } };
    const { output, run } = await runMap(
      states.client,
      distributed({ One: pass() }, { ...items, ItemBatcher }),
      [1, 2, 3],
    );
    expect(output).toEqual([
      { BatchInput: { shared: 3 }, Items: [1, 2] },
      { BatchInput: { shared: 3 }, Items: [3] },
    ]);
    expect(run.itemCounts).toMatchObject({ succeeded: 3, total: 3 });
    expect(run.executionCounts).toMatchObject({ succeeded: 2, total: 2 });
  });

  test('holds as many bytes as it may', async () => {
    const ItemBatcher = { MaxInputBytesPerBatch: '{% 30 %}' };
    const { output } = await runMap(
      states.client,
      distributed({ One: pass('{% $string($states.input) %}') }, { ...items, ItemBatcher }),
      ['aaaa', 'bbbb', 'cccc'],
    );
    expect(output).toEqual(['{"Items":["aaaa","bbbb"]}', '{"Items":["cccc"]}']);
  });
});
