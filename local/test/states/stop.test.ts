import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { ManualClock } from './clocks.js';
import { machine, scope, task } from './conformance/row.js';
import { createMachine, ended, historyOf, start, startStates } from './harness.js';

/** Functions that never answer, and what they were called with. */
function hangingFunctions() {
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const invoke: InvokeFunction = (_name, payload, signal) => {
    calls.push(payload);
    for (const notify of waiting.splice(0)) {
      notify();
    }
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  };
  const untilCalled = async (times: number): Promise<void> => {
    while (calls.length < times) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return { invoke, calls, untilCalled };
}

describe('stopping', () => {
  test('StopExecution gives up what is under way and starts nothing more', async () => {
    const { invoke, calls, untilCalled } = hangingFunctions();
    const states = await startStates({ invoke });
    const definition = machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 6,
        ItemProcessor: scope({ One: task('f') }),
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        End: true,
      },
    });
    const arn = await createMachine(states.client, definition);
    const executionArn = await start(
      states.client,
      arn,
      Array.from({ length: 30 }, (_, index) => index),
    );
    await untilCalled(6);
    const { stopDate } = await states.client.send(
      new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'told so' }),
    );
    const description = await ended(states.client, executionArn);
    const events = await historyOf(states.client, executionArn);
    await states.close();
    expect(calls).toHaveLength(6);
    expect(description).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'told so', stopDate });
    expect(events.at(-1)).toMatchObject({
      type: 'ExecutionAborted',
      previousEventId: 0,
      executionAbortedEventDetails: { error: 'Enough', cause: 'told so' },
    });
  });

  test('StopExecution ends a back-off without the attempts that were left', async () => {
    const clock = new ManualClock();
    let calls = 0;
    const invoke: InvokeFunction = async () => {
      calls += 1;
      return { kind: 'error', errorType: 'E', errorMessage: '' };
    };
    const states = await startStates({ clock, invoke });
    const definition = machine({ Call: task('f', { Retry: [{ ErrorEquals: ['E'], MaxAttempts: 9 }] }) });
    const executionArn = await start(states.client, await createMachine(states.client, definition));
    await clock.untilSleeping();
    await states.client.send(new StopExecutionCommand({ executionArn }));
    const { status } = await ended(states.client, executionArn);
    clock.advance(1_000_000);
    await states.close();
    expect({ status, calls, sleeping: clock.sleeping }).toEqual({ status: 'ABORTED', calls: 1, sleeping: 0 });
  });

  test('stopping twice, or after the end, changes nothing', async () => {
    const states = await startStates();
    const arn = await createMachine(states.client, machine({ Done: { Type: 'Succeed' } }));
    const executionArn = await start(states.client, arn);
    const before = await ended(states.client, executionArn);
    await states.client.send(new StopExecutionCommand({ executionArn }));
    const after = await ended(states.client, executionArn);
    await states.close();
    expect(after.status).toBe('SUCCEEDED');
    expect(after.stopDate).toEqual(before.stopDate);
  });

  test('a Map that fails starts none of the items that were waiting', async () => {
    const calls: string[] = [];
    const invoke: InvokeFunction = async (_name, payload) => {
      calls.push(payload);
      return payload === '1'
        ? { kind: 'error', errorType: 'E', errorMessage: '' }
        : { kind: 'success', payload: 'null' };
    };
    const states = await startStates({ invoke });
    const definition = machine({
      Each: {
        Type: 'Map',
        Items: '{% [0..19] %}',
        MaxConcurrency: 2,
        ItemProcessor: scope({ One: task('f') }),
        Catch: [{ ErrorEquals: ['E'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed', Output: 'caught' },
    });
    const { output } = await ended(
      states.client,
      await start(states.client, await createMachine(states.client, definition)),
    );
    await states.close();
    expect(output).toBe('"caught"');
    expect(calls.length).toBeLessThan(5);
  });

  test('close gives up every execution and ends', async () => {
    const { invoke, untilCalled } = hangingFunctions();
    const clock = new ManualClock();
    const states = await startStates({ invoke, clock });
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          scope({ Call: task('f', { TimeoutSeconds: 5 }) }),
          scope({ Pause: { Type: 'Wait', Seconds: 5, End: true } }),
        ],
        End: true,
      },
    });
    const arn = await createMachine(states.client, definition);
    await Promise.all([start(states.client, arn), start(states.client, arn)]);
    await untilCalled(2);
    await states.close();
    expect(clock.sleeping).toBe(0);
  });
});
