import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { VirtualClock } from '../../src/states/index.js';
import { machine, pass, scope, task } from './conformance/row.js';
import { createMachine, ended, type Harness, historyOf, runOnce, start, startStates } from './harness.js';

const day = 86_400;

let clock: VirtualClock;
let states: Harness;
let functions: InvokeFunction;

beforeEach(async () => {
  clock = new VirtualClock();
  states = await startStates({ clock, invoke: (...call) => functions(...call) });
});
afterEach(() => states.close());

const ask = (more: Readonly<Record<string, unknown>> = {}) =>
  task('ask', {
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
    ...more,
  });

test('an approval that nobody gives in three days is escalated at once', async () => {
  functions = async () => ({ kind: 'success', payload: '"asked"' });
  const definition = machine({
    Approve: ask({
      TimeoutSeconds: 3 * day,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Escalate' }],
    }),
    Escalate: pass({ at: '{% $millis() %}', entered: '{% $states.context.State.EnteredTime %}' }),
  });
  const begun = performance.now();
  const { output, startDate, stopDate } = await runOnce(states.client, definition);
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(Number(stopDate) - Number(startDate)).toBeGreaterThanOrEqual(3 * day * 1000);
  const { at, entered } = JSON.parse(String(output));
  expect(at - Number(startDate)).toBeGreaterThanOrEqual(3 * day * 1000);
  expect(Date.parse(entered) - Number(startDate)).toBeGreaterThanOrEqual(3 * day * 1000);
});

test('$now shows the same time in its own form', async () => {
  const definition = machine({
    Pause: { Type: 'Wait', Seconds: 400 * day, Next: 'Look' },
    Look: pass({ now: '{% $now() %}', year: "{% $now('[Y0001]') %}" }),
  });
  const { output, stopDate } = await runOnce(states.client, definition);
  const { now, year } = JSON.parse(String(output));
  expect(Math.abs(Date.parse(now) - Number(stopDate))).toBeLessThan(1000);
  expect(year).toBe(now.slice(0, 4));
});

test('alarms come in the order of their times', async () => {
  const wait = (name: string, seconds: number) =>
    scope({ [name]: { Type: 'Wait', Seconds: seconds, End: true } });
  const definition = machine({
    All: { Type: 'Parallel', Branches: [wait('c', 30), wait('a', 10), wait('b', 20)], End: true },
  });
  const executionArn = await start(states.client, await createMachine(states.client, definition));
  await ended(states.client, executionArn);
  const exits = (await historyOf(states.client, executionArn)).filter(
    ({ type }) => type === 'WaitStateExited',
  );
  expect(exits.map((event) => event.stateExitedEventDetails?.name)).toEqual(['a', 'b', 'c']);
  const times = exits.map(({ timestamp }) => Number(timestamp));
  expect(Number(times[2]) - Number(times[0])).toBeGreaterThanOrEqual(20_000);
});

test('no time is skipped while a function runs', async () => {
  let finish = (): void => undefined;
  let called = (): void => undefined;
  const running = new Promise<void>((resolve) => {
    called = resolve;
  });
  functions = async () => {
    called();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { kind: 'success', payload: '"done"' };
  };
  const slow = await createMachine(states.client, machine({ Call: task('f', { TimeoutSeconds: 5 }) }));
  const executionArn = await start(states.client, slow);
  await running;
  const other = await createMachine(
    states.client,
    machine({ Pause: { Type: 'Wait', Seconds: 60, End: true } }),
  );
  const waits = await start(states.client, other);
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  finish();
  expect((await ended(states.client, executionArn)).status).toBe('SUCCEEDED');
  const { startDate, stopDate } = await ended(states.client, waits);
  expect(Number(stopDate) - Number(startDate)).toBeGreaterThanOrEqual(60_000);
});

test('time that is held leaves room for an answer', async () => {
  let token = '';
  functions = async (_name, payload) => {
    token = JSON.parse(payload);
    return { kind: 'success', payload: 'null' };
  };
  const release = clock.hold();
  const arn = await createMachine(states.client, machine({ Approve: ask({ TimeoutSeconds: day }) }));
  const executionArn = await start(states.client, arn);
  await states.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"yes"' }));
  release();
  expect((await ended(states.client, executionArn)).output).toBe('"yes"');
});

test('a back-off of hours passes at once', async () => {
  let calls = 0;
  functions = async () => {
    calls += 1;
    return calls < 6
      ? { kind: 'error', errorType: 'E', errorMessage: '' }
      : { kind: 'success', payload: '"done"' };
  };
  const retry = { Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 3600, MaxAttempts: 9 }] };
  const { status } = await runOnce(states.client, machine({ Call: task('f', retry) }));
  expect({ status, calls }).toEqual({ status: 'SUCCEEDED', calls: 6 });
});
