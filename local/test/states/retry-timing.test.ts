import { describe, expect, test, vi } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { systemClock } from '../../src/states/index.js';
import { ManualClock } from './clocks.js';
import { machine, scope, task } from './conformance/row.js';
import { createMachine, ended, runOnce, start, startStates } from './harness.js';

const failing: InvokeFunction = async () => ({ kind: 'error', errorType: 'E', errorMessage: '' });

/** The waits between the attempts of a task with one retrier, in milliseconds. */
async function delaysOf(retrier: object, random = 0.5): Promise<readonly number[]> {
  const clock = new ManualClock({ jumps: true });
  const states = await startStates({ clock, invoke: failing, random: () => random });
  await runOnce(states.client, machine({ Call: task('f', { Retry: [{ ErrorEquals: ['E'], ...retrier }] }) }));
  await states.close();
  return clock.sleeps;
}

describe('the time between attempts', () => {
  test.each([
    { name: 'defaults: one second, doubled, three times', retrier: {}, delays: [1000, 2000, 4000] },
    {
      name: 'MaxDelaySeconds caps the growth',
      retrier: { IntervalSeconds: 1, BackoffRate: 3, MaxDelaySeconds: 2, MaxAttempts: 4 },
      delays: [1000, 2000, 2000, 2000],
    },
    {
      name: 'BackoffRate 1 keeps the interval',
      retrier: { IntervalSeconds: 3, BackoffRate: 1 },
      delays: [3000, 3000, 3000],
    },
    {
      name: 'JitterStrategy FULL takes a part of it by chance',
      retrier: { JitterStrategy: 'FULL' },
      delays: [500, 1000, 2000],
    },
    {
      name: 'JitterStrategy NONE takes all of it',
      retrier: { JitterStrategy: 'NONE', MaxAttempts: 1 },
      delays: [1000],
    },
    { name: 'MaxAttempts 0 waits for nothing', retrier: { MaxAttempts: 0 }, delays: [] },
  ])('$name', async ({ retrier, delays }) => {
    expect(await delaysOf(retrier)).toEqual(delays);
  });

  test('RetryCount counts the retries of a visit over all retriers, EnteredTime stays that of the visit', async () => {
    const clock = new ManualClock({ jumps: true });
    const seen: unknown[] = [];
    const errors = ['A', 'B', 'A'];
    const invoke: InvokeFunction = async (_name, payload) => {
      seen.push(JSON.parse(payload));
      const errorType = errors[seen.length - 1];
      return errorType === undefined
        ? { kind: 'success', payload: 'null' }
        : { kind: 'error', errorType, errorMessage: '' };
    };
    const states = await startStates({ clock, invoke });
    const definition = machine({
      Call: task('f', {
        Arguments: {
          FunctionName: 'f',
          Payload: {
            retry: '{% $states.context.State.RetryCount %}',
            entered: '{% $states.context.State.EnteredTime %}',
          },
        },
        Retry: [{ ErrorEquals: ['A'] }, { ErrorEquals: ['B'], IntervalSeconds: 7 }],
      }),
    });
    const { status } = await runOnce(states.client, definition);
    await states.close();
    const entered = '2026-01-01T00:00:00.000Z';
    expect(status).toBe('SUCCEEDED');
    expect(seen).toEqual([0, 1, 2, 3].map((retry) => ({ retry, entered })));
    expect(clock.sleeps).toEqual([1000, 7000, 2000]);
  });

  test('the attempts of a new visit are counted anew', async () => {
    const clock = new ManualClock({ jumps: true });
    const states = await startStates({ clock, invoke: failing });
    const definition = machine({
      Each: {
        Type: 'Map',
        Items: [1, 2],
        MaxConcurrency: 1,
        ItemProcessor: scope({
          Call: task('f', {
            Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['E'], Next: 'Next' }],
          }),
          Next: { Type: 'Succeed' },
        }),
        End: true,
      },
    });
    await runOnce(states.client, definition);
    await states.close();
    expect(clock.sleeps).toEqual([1000, 1000]);
  });
});

describe('waiting', () => {
  test('a Wait ends when its time has come, and not before', async () => {
    const clock = new ManualClock();
    const states = await startStates({ clock });
    const definition = machine({
      Pause: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true },
    });
    const arn = await createMachine(states.client, definition);
    const execution = await start(states.client, arn, { until: '2026-01-01T01:00:00+00:00' });
    await clock.untilSleeping();
    clock.advance(3_599_999);
    expect(clock.sleeping).toBe(1);
    clock.advance(1);
    const { status, startDate, stopDate } = await ended(states.client, execution);
    await states.close();
    expect(status).toBe('SUCCEEDED');
    expect(Number(stopDate) - Number(startDate)).toBe(3_600_000);
  });

  test('the system’s clock sleeps longer than a timer can', async ({ onTestFinished }) => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    let awake = false;
    const ms = 99_999_999_000;
    const sleep = systemClock.sleep(ms, new AbortController().signal).then(() => {
      awake = true;
    });
    await vi.advanceTimersByTimeAsync(ms - 10);
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    await sleep;
    expect(awake).toBe(true);
  });

  test('the system’s clock stops a sleep that is aborted', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
    await expect(systemClock.sleep(1, controller.signal)).rejects.toThrow('enough');
  });
});
