import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { ManualClock } from './clocks.js';
import { machine, task } from './conformance/row.js';
import { createMachine, ended, type Harness, historyOf, start, startStates } from './harness.js';

const ask = (more: Readonly<Record<string, unknown>> = {}) =>
  machine({
    Ask: task('ask', {
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      ...more,
    }),
  });

/** Tokens that the function was given, and whoever waits for the next. */
let tokens: string[];
let waiting: ((token: string) => void)[];
let whileAsked: (token: string) => Promise<void>;
let clock: ManualClock;
let states: Harness;

const invoke: InvokeFunction = async (_name, payload) => {
  const { token } = JSON.parse(payload) as { token: string };
  await whileAsked(token);
  const next = waiting.shift();
  next === undefined ? tokens.push(token) : next(token);
  return { kind: 'success', payload: '"asked"' };
};

async function nextToken(): Promise<string> {
  return tokens.shift() ?? (await new Promise((resolve) => waiting.push(resolve)));
}

beforeEach(async () => {
  tokens = [];
  waiting = [];
  whileAsked = async () => undefined;
  clock = new ManualClock();
  states = await startStates({ clock, invoke });
});
afterEach(() => states.close());

async function begin(definition: object): Promise<{ executionArn: string; taskToken: string }> {
  const executionArn = await start(states.client, await createMachine(states.client, definition));
  return { executionArn, taskToken: await nextToken() };
}

const succeed = (taskToken: string, output: string) =>
  states.client.send(new SendTaskSuccessCommand({ taskToken, output }));

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html, "Wait for a Callback with Task Token"; https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html
describe('a task that waits for an answer', () => {
  test('ends with the output that is sent', async () => {
    const { executionArn, taskToken } = await begin(ask({ Output: { got: '{% $states.result %}' } }));
    await succeed(taskToken, '{"approved":true}');
    const { output } = await ended(states.client, executionArn);
    expect(JSON.parse(String(output))).toEqual({ got: { approved: true } });
    const events = await historyOf(states.client, executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events[5]?.taskSucceededEventDetails).toEqual({
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
      output: '{"approved":true}',
      outputDetails: { truncated: false },
    });
  });

  test('fails with the error that is sent, which Retry and Catch see', async () => {
    const retry = { Retry: [{ ErrorEquals: ['NotYet'], IntervalSeconds: 9 }] };
    const { executionArn, taskToken } = await begin(ask(retry));
    await states.client.send(new SendTaskFailureCommand({ taskToken, error: 'NotYet' }));
    await clock.untilSleeping();
    clock.advance(9000);
    const second = await nextToken();
    expect(second).not.toBe(taskToken);
    await states.client.send(
      new SendTaskFailureCommand({ taskToken: second, error: 'Never', cause: 'said no' }),
    );
    const { status, error, cause } = await ended(states.client, executionArn);
    expect({ status, error, cause }).toEqual({ status: 'FAILED', error: 'Never', cause: 'said no' });
  });

  test('may fail without an error', async () => {
    const { executionArn, taskToken } = await begin(ask());
    await states.client.send(new SendTaskFailureCommand({ taskToken }));
    const { status, error, cause } = await ended(states.client, executionArn);
    expect({ status, error, cause }).toEqual({ status: 'FAILED', error: undefined, cause: undefined });
  });

  test('may be answered while its function still runs', async () => {
    whileAsked = async (token) => {
      await succeed(token, '"early"');
    };
    const { executionArn } = await begin(ask());
    expect((await ended(states.client, executionArn)).output).toBe('"early"');
  });

  test('lives on as long as heartbeats come', async () => {
    const { executionArn, taskToken } = await begin(ask({ HeartbeatSeconds: 10 }));
    for (let beat = 0; beat < 3; beat += 1) {
      await clock.untilSleeping();
      clock.advance(9000);
      await states.client.send(new SendTaskHeartbeatCommand({ taskToken }));
    }
    await clock.untilSleeping();
    clock.advance(10_000);
    expect((await ended(states.client, executionArn)).error).toBe('States.HeartbeatTimeout');
  });
});

describe('an answer is refused', () => {
  test('where the token is none', async () => {
    await expect(succeed('no-token', '1')).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  test('where the token is of another service', async () => {
    const other = await startStates({ invoke });
    const arn = await createMachine(other.client, ask());
    await start(other.client, arn);
    const foreign = succeed(await nextToken(), '1');
    await expect(foreign).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await other.close();
  });

  test('where the output is no JSON, and the task waits on', async () => {
    const { executionArn, taskToken } = await begin(ask());
    await expect(succeed(taskToken, '{')).rejects.toMatchObject({ name: 'InvalidOutput' });
    await expect(succeed(taskToken, `"${'x'.repeat(262_144)}"`)).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await succeed(taskToken, '1');
    expect((await ended(states.client, executionArn)).output).toBe('1');
  });

  test.each(['answered', 'late', 'stopped'])('where the task is over: %s', async (how) => {
    const { executionArn, taskToken } = await begin(ask({ TimeoutSeconds: 5 }));
    if (how === 'answered') {
      await succeed(taskToken, '1');
    } else if (how === 'late') {
      await clock.untilSleeping();
      clock.advance(5000);
    } else {
      await states.client.send(new StopExecutionCommand({ executionArn }));
    }
    await ended(states.client, executionArn);
    const heartbeat = new SendTaskHeartbeatCommand({ taskToken });
    await expect(succeed(taskToken, '2')).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(states.client.send(heartbeat)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });
});
