import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass, scope } from './conformance/row.js';
import {
  createMachine,
  ended,
  firstPage,
  type Harness,
  historyOf,
  roleArn,
  start,
  startStates,
} from './harness.js';

const waiting = machine({ Pause: { Type: 'Wait', Seconds: 60, End: true } });

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
});
afterEach(() => states.close());

describe('the history', () => {
  const two = machine({ One: pass({ a: 1 }, { Next: 'Two', Assign: { v: [1] } }), Two: pass() });

  test('has AWS’s ids, details and times', async () => {
    const arn = await start(states.client, await createMachine(states.client, two), { in: 1 });
    await ended(states.client, arn);
    const truncated = false;
    const timestamp = new Date(clock.now());
    expect(await historyOf(states.client, arn)).toEqual([
      {
        id: 1,
        previousEventId: 0,
        timestamp,
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input: '{"in":1}', inputDetails: { truncated }, roleArn },
      },
      {
        id: 2,
        previousEventId: 0,
        timestamp,
        type: 'PassStateEntered',
        stateEnteredEventDetails: { name: 'One', input: '{"in":1}', inputDetails: { truncated } },
      },
      {
        id: 3,
        previousEventId: 2,
        timestamp,
        type: 'PassStateExited',
        stateExitedEventDetails: {
          name: 'One',
          output: '{"a":1}',
          outputDetails: { truncated },
          assignedVariables: { v: '[1]' },
          assignedVariablesDetails: { truncated },
        },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp,
        type: 'PassStateEntered',
        stateEnteredEventDetails: { name: 'Two', input: '{"a":1}', inputDetails: { truncated } },
      },
      {
        id: 5,
        previousEventId: 4,
        timestamp,
        type: 'PassStateExited',
        stateExitedEventDetails: { name: 'Two', output: '{"a":1}', outputDetails: { truncated } },
      },
      {
        id: 6,
        previousEventId: 5,
        timestamp,
        type: 'ExecutionSucceeded',
        executionSucceededEventDetails: { output: '{"a":1}', outputDetails: { truncated } },
      },
    ]);
  });

  test('comes in pages, in either order, and without data', async () => {
    const arn = await start(states.client, await createMachine(states.client, two));
    await ended(states.client, arn);
    const one = await firstPage(states.client, arn, 4);
    const next = await states.client.send(
      new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 4, nextToken: one.nextToken }),
    );
    const ids = [...(one.events ?? []), ...(next.events ?? [])].map(({ id }) => id);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6]);
    expect(next.nextToken).toBeUndefined();
    const { events } = await states.client.send(
      new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, includeExecutionData: false }),
    );
    expect(events?.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(events?.[3]?.stateExitedEventDetails).toEqual({
      name: 'One',
      assignedVariables: { v: '[1]' },
      assignedVariablesDetails: { truncated: false },
    });
  });

  test('names the failing event before everything that it gives up', async () => {
    const definition = machine({
      Each: {
        Type: 'Map',
        Items: [0, 1],
        ItemProcessor: scope({
          Which: {
            Type: 'Choice',
            Choices: [{ Condition: '{% $states.input = 0 %}', Next: 'Pause' }],
            Default: 'Stop',
          },
          Pause: { Type: 'Wait', Seconds: 60, End: true },
          Stop: { Type: 'Fail', Error: 'E' },
        }),
        End: true,
      },
    });
    const arn = await start(states.client, await createMachine(states.client, definition));
    await ended(states.client, arn);
    const events = await historyOf(states.client, arn);
    const failing = events.find(({ type }) => type === 'FailStateEntered')?.id;
    const after = events.slice(-5).map(({ type, previousEventId }) => [type, previousEventId]);
    expect(after).toEqual([
      ['MapIterationFailed', failing],
      ['MapIterationAborted', failing],
      ['WaitStateAborted', failing],
      ['MapStateFailed', failing],
      ['ExecutionFailed', events.length - 1],
    ]);
  });

  test('ends with a time-out that follows nothing', async () => {
    const definition = { ...waiting, TimeoutSeconds: 5 };
    const arn = await start(states.client, await createMachine(states.client, definition));
    await clock.untilSleeping();
    clock.advance(5000);
    const { status, error } = await ended(states.client, arn);
    const events = await historyOf(states.client, arn);
    expect({ status, error }).toEqual({ status: 'TIMED_OUT', error: undefined });
    expect(events.at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  test('names the events that parallel lines follow', async () => {
    const definition = machine({
      Each: {
        Type: 'Map',
        Items: ['a', 'b'],
        MaxConcurrency: 1,
        ItemProcessor: { StartAt: 'One', States: { One: pass() } },
        End: true,
      },
    });
    const arn = await start(states.client, await createMachine(states.client, definition));
    await ended(states.client, arn);
    const links = (await historyOf(states.client, arn)).map((event) => [event.type, event.previousEventId]);
    expect(links).toEqual([
      ['ExecutionStarted', 0],
      ['MapStateEntered', 0],
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['PassStateEntered', 4],
      ['PassStateExited', 5],
      ['MapIterationSucceeded', 6],
      ['MapIterationStarted', 6],
      ['PassStateEntered', 8],
      ['PassStateExited', 9],
      ['MapIterationSucceeded', 10],
      ['MapStateSucceeded', 11],
      ['MapStateExited', 11],
      ['ExecutionSucceeded', 13],
    ]);
  });
});
