import { expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { machine, scope, task } from './conformance/row.js';
import { runOnce, startStates } from './harness.js';

test('a Map of 10,000 items keeps 40 under way at most, and the items’ order', async () => {
  let underWay = 0;
  let most = 0;
  const invoke: InvokeFunction = async (_name, payload) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { kind: 'success', payload };
  };
  const states = await startStates({ invoke, historyLimit: 100_000 });
  const definition = machine({
    Each: {
      Type: 'Map',
      Items: '{% [1..10000] %}',
      MaxConcurrency: 40,
      ItemProcessor: scope({ One: task('f', { Output: '{% $states.result.Payload %}' }) }),
      End: true,
    },
  });
  const { status, output } = await runOnce(states.client, definition);
  await states.close();
  expect(status).toBe('SUCCEEDED');
  expect(most).toBe(40);
  expect(JSON.parse(String(output))).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
});

test.each([
  { wanted: 0, most: 40 },
  { wanted: 3, most: 3 },
  { wanted: 1000, most: 40 },
])('MaxConcurrency $wanted runs $most at once', async ({ wanted, most }) => {
  let underWay = 0;
  let seen = 0;
  const invoke: InvokeFunction = async () => {
    underWay += 1;
    seen = Math.max(seen, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { kind: 'success', payload: 'null' };
  };
  const states = await startStates({ invoke });
  await runOnce(
    states.client,
    machine({
      Each: {
        Type: 'Map',
        Items: '{% [1..100] %}',
        MaxConcurrency: wanted,
        ItemProcessor: scope({ One: task('f') }),
        Output: {},
        End: true,
      },
    }),
  );
  await states.close();
  expect(seen).toBe(most);
});
