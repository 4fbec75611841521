import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bucket, startBucket } from '../bucket.js';
import { pass } from '../conformance/row.js';
import { type Harness, startStates } from '../harness.js';
import { distributed, reader, runMap, writer } from './fixture.js';

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

interface Manifest {
  readonly DestinationBucket: string;
  readonly MapRunArn: string;
  readonly ResultFiles: Readonly<Record<string, readonly { readonly Key: string; readonly Size: number }[]>>;
}

/** What the writer has written, by the groups of the manifest. */
async function written(output: unknown) {
  const { ResultWriterDetails: details } = output as { ResultWriterDetails: { Key: string } };
  const manifest = JSON.parse(await bucket.get(details.Key)) as Manifest;
  const texts: Record<string, string[]> = {};
  for (const [group, files] of Object.entries(manifest.ResultFiles)) {
    texts[group] = await Promise.all(files.map(({ Key }) => bucket.get(Key)));
  }
  return { manifest, texts };
}

const failsForX = {
  Which: {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input = 'x' %}", Next: 'Stop' }],
    Default: 'Done',
  },
  Stop: { Type: 'Fail', Error: 'Bad' },
  Done: pass(['{% $states.input %}']),
};

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
describe('results in S3', () => {
  test('are the executions, by how they ended, behind a manifest', async () => {
    const definition = distributed(failsForX, { ToleratedFailureCount: 1, ResultWriter: writer('out') });
    const { output, run } = await runMap(states.client, definition, ['a', 'x']);
    const id = String(run.mapRunArn).split(':').at(-1);
    const Key = `out/${id}/manifest.json`;
    expect(output).toEqual({ MapRunArn: run.mapRunArn, ResultWriterDetails: { Bucket: 'data', Key } });
    const { manifest, texts } = await written(output);
    expect(manifest).toMatchObject({
      DestinationBucket: 'data',
      MapRunArn: run.mapRunArn,
      ResultFiles: {
        SUCCEEDED: [{ Key: `out/${id}/SUCCEEDED_0.json`, Size: texts.SUCCEEDED?.[0]?.length }],
        FAILED: [{ Key: `out/${id}/FAILED_0.json` }],
        PENDING: [],
      },
    });
    expect(JSON.parse(String(texts.SUCCEEDED?.[0]))).toMatchObject([
      { Input: '"a"', Output: '["a"]', Status: 'SUCCEEDED', StartDate: expect.stringMatching(/Z$/) },
    ]);
    expect(JSON.parse(String(texts.FAILED?.[0]))).toMatchObject([
      { Input: '"x"', Error: 'Bad', Status: 'FAILED' },
    ]);
    expect(run.itemCounts?.resultsWritten).toBe(2);
  });

  test.each([
    { config: { Transformation: 'COMPACT' }, text: '[["a"]]' },
    { config: { Transformation: 'FLATTEN' }, text: '["a"]' },
    { config: { Transformation: 'COMPACT', OutputType: 'JSONL' }, text: '["a"]\n' },
    { config: { Transformation: 'FLATTEN', OutputType: 'JSONL' }, text: '"a"\n' },
  ])('have the form of $config', async ({ config, text }) => {
    const definition = distributed(failsForX, { ResultWriter: writer('', config) });
    const { output } = await runMap(states.client, definition, ['a']);
    expect((await written(output)).texts.SUCCEEDED).toEqual([text]);
  });

  test('are there of a run that fails, too', async () => {
    const definition = distributed(failsForX, { ResultWriter: writer('failed') });
    const { status } = await runMap(states.client, definition, ['x']);
    expect(status).toBe('FAILED');
    const names = (await bucket.keys('failed/')).map((key) => key.split('/').at(-1));
    expect(names).toEqual(['FAILED_0.json', 'manifest.json']);
  });

  test('that cannot be written fail the run with States.ResultWriterFailed', async () => {
    const nowhere = { ...writer('x'), Arguments: { Bucket: 'nobody' } };
    const { error } = await runMap(states.client, distributed(failsForX, { ResultWriter: nowhere }), ['a']);
    expect(error).toBe('States.ResultWriterFailed');
  });
});

describe('results in the output', () => {
  test('are flattened where that is asked for', async () => {
    const ResultWriter = { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSON' } };
    const { output } = await runMap(states.client, distributed(failsForX, { ResultWriter }), ['a', 'b']);
    expect(output).toEqual(['a', 'b']);
  });

  test('fail the Map where they are too large', async () => {
    const definition = distributed({ One: pass('x'.repeat(100_000)) });
    expect((await runMap(states.client, definition, [1, 2, 3])).error).toBe('States.DataLimitExceeded');
  });
});

test('a CSV of 10,000 lines is read, run and written, a few of them failing', async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `${index},${index % 1000 === 0 ? 'x' : 'y'}`);
  await bucket.put('large.csv', `id,kind\n${lines.join('\n')}\n`);
  const definition = distributed(failsForX, {
    ItemReader: reader('large.csv', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }),
    ItemSelector: '{% $states.context.Map.Item.Value.kind %}',
    ToleratedFailurePercentage: 1,
    ResultWriter: writer('csv', { Transformation: 'FLATTEN' }),
  });
  const { output, run } = await runMap(states.client, definition);
  expect(run.itemCounts).toMatchObject({
    succeeded: 9990,
    failed: 10,
    total: 10_000,
    resultsWritten: 10_000,
  });
  const { texts } = await written(output);
  const succeeded = (texts.SUCCEEDED ?? []).flatMap((text) => JSON.parse(text));
  expect(succeeded).toEqual(Array.from({ length: 9990 }, () => 'y'));
}, 60_000);
