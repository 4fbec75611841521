import { setInterval } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bucket, startBucket } from '../bucket.js';
import { pass } from '../conformance/row.js';
import { createMachine, type Harness, start, startStates } from '../harness.js';
import { distributed, mapRunOf, reader, writer } from './fixture.js';

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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that live on the heap. */
function living(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const mebibyte = 1024 * 1024;
const count = 100_000;

/** 42 MiB, of which nothing stays with the test. */
async function putItems(): Promise<void> {
  const filler = 'x'.repeat(400);
  const items = Array.from({ length: count }, (_, id) => `{"id":${id},"filler":"${filler}"}`);
  await bucket.put('many.json', `[${items.join(',\n')}]`);
}

test('100,000 items pass through a memory that holds a fraction of them', async () => {
  await putItems();
  const definition = distributed(
    { One: pass('{% $states.input.id %}') },
    {
      ItemReader: reader('many.json', { InputType: 'JSON' }),
      ResultWriter: writer('many', { Transformation: 'COMPACT' }),
    },
  );
  const samples: number[] = [];
  const executionArn = await start(states.client, await createMachine(states.client, definition));
  for await (const _ of setInterval(500)) {
    samples.push(living());
    const command = new DescribeExecutionCommand({ executionArn });
    if ((await states.client.send(command)).status !== 'RUNNING') {
      break;
    }
  }
  const { itemCounts } = await mapRunOf(states.client, executionArn);
  expect(itemCounts).toMatchObject({ succeeded: count, total: count, resultsWritten: count });
  expect(samples.length).toBeGreaterThan(2);
  expect(Math.max(...samples) - Math.min(...samples)).toBeLessThan(16 * mebibyte);
}, 120_000);
