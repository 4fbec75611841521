import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListExecutionsCommand,
  StopExecutionCommand,
  UpdateMapRunCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../clocks.js';
import { machine, pass } from '../conformance/row.js';
import { createMachine, ended, type Harness, historyOf, start, startStates } from '../harness.js';
import { distributed, mapRunOf, runMap } from './fixture.js';

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
});
afterEach(() => states.close());

/** Fails for the items that begin with x. */
const failsForX = {
  Which: {
    Type: 'Choice',
    Choices: [{ Condition: "{% $contains($string($states.input), 'x') %}", Next: 'Stop' }],
    Default: 'Done',
  },
  Stop: { Type: 'Fail', Error: 'Bad', Cause: 'because' },
  Done: pass(),
};

const childrenOf = async (mapRunArn: string | undefined) => {
  const { executions } = await states.client.send(new ListExecutionsCommand({ mapRunArn }));
  return executions ?? [];
};

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html; https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html
describe('a Map run', () => {
  test('has an execution for each item, with an ARN and a history of its own', async () => {
    const { executionArn, output, run } = await runMap(
      states.client,
      distributed({ One: pass({ id: '{% $states.context.Execution.Id %}' }) }),
      ['a', 'b'],
    );
    const machineArn = executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '');
    const children = await childrenOf(run.mapRunArn);
    expect(children).toHaveLength(2);
    expect(children.map(({ executionArn: arn }) => arn).sort()).toEqual(
      (output as { id: string }[]).map(({ id }) => id).sort(),
    );
    for (const { executionArn: arn, ...child } of children) {
      expect(arn).toMatch(/:execution:machine-[\d-]+\/Each:[0-9a-f-]{36}$/);
      expect(child).toMatchObject({
        stateMachineArn: `${machineArn}/Each`,
        mapRunArn: run.mapRunArn,
        itemCount: 1,
        status: 'SUCCEEDED',
      });
      const events = (await historyOf(states.client, String(arn))).map(({ type }) => type);
      expect(events).toEqual([
        'ExecutionStarted',
        'PassStateEntered',
        'PassStateExited',
        'ExecutionSucceeded',
      ]);
    }
    expect(run).toMatchObject({
      executionArn,
      status: 'SUCCEEDED',
      maxConcurrency: 0,
      toleratedFailureCount: 0,
      toleratedFailurePercentage: 0,
      itemCounts: { pending: 0, running: 0, succeeded: 2, failed: 0, total: 2 },
    });
  });

  test('shows in the history of the execution around it', async () => {
    const { executionArn, run } = await runMap(states.client, distributed({ One: pass() }), [1]);
    const events = await historyOf(states.client, executionArn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events[3]?.mapRunStartedEventDetails?.mapRunArn).toBe(run.mapRunArn);
    expect(run.mapRunArn).toMatch(/:mapRun:machine-[\d-]+\/Each:[0-9a-f-]{36}$/);
  });

  test('of express executions has none that could be asked for', async () => {
    const definition = distributed({ One: pass('{% $states.context.Execution.Id %}') }, {}, 'EXPRESS');
    const { output, run } = await runMap(states.client, definition, [1]);
    const [executionArn] = output as string[];
    expect(executionArn).toContain(':express:');
    expect(await childrenOf(run.mapRunArn)).toEqual([]);
    const asked = states.client.send(new DescribeExecutionCommand({ executionArn }));
    await expect(asked).rejects.toMatchObject({ name: 'InvalidArn' });
  });

  test('runs no more at once than it may, until the limit is changed', async () => {
    const definition = distributed(
      { Pause: { Type: 'Wait', Seconds: 10, End: true } },
      { MaxConcurrency: 2, Output: 'done' },
    );
    const arn = await createMachine(states.client, definition);
    const executionArn = await start(states.client, arn, [1, 2, 3, 4, 5]);
    await clock.untilSleeping(2);
    const { mapRunArn, itemCounts } = await mapRunOf(states.client, executionArn);
    expect(itemCounts).toMatchObject({ pending: 3, running: 2, total: 5 });
    await states.client.send(new UpdateMapRunCommand({ mapRunArn, maxConcurrency: 4 }));
    await clock.untilSleeping(4);
    expect(clock.sleeping).toBe(4);
    clock.advance(10_000);
    await clock.untilSleeping(1);
    clock.advance(10_000);
    expect((await ended(states.client, executionArn)).status).toBe('SUCCEEDED');
  });

  test('is stopped with its execution', async () => {
    const definition = distributed(
      { Pause: { Type: 'Wait', Seconds: 10, End: true } },
      { MaxConcurrency: 2 },
    );
    const executionArn = await start(
      states.client,
      await createMachine(states.client, definition),
      [1, 2, 3],
    );
    await clock.untilSleeping(2);
    await states.client.send(new StopExecutionCommand({ executionArn }));
    await ended(states.client, executionArn);
    const run = await mapRunOf(states.client, executionArn);
    expect(run.status).toBe('ABORTED');
    const children = await childrenOf(run.mapRunArn);
    expect(children.map(({ status }) => status)).toEqual(['ABORTED', 'ABORTED']);
    expect(clock.sleeping).toBe(0);
  });

  test('stops what its executions wait for, when it is stopped', async () => {
    const pause = { Pause: { Type: 'Wait', Seconds: 10, End: true } };
    const inner = await createMachine(states.client, machine(pause));
    const starts = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync',
      Arguments: { StateMachineArn: inner },
      End: true,
    };
    const arn = await createMachine(states.client, distributed({ Start: starts }));
    const executionArn = await start(states.client, arn, [1, 2]);
    await clock.untilSleeping(2);
    await states.client.send(new StopExecutionCommand({ executionArn }));
    await ended(states.client, executionArn);
    const { executions } = await states.client.send(new ListExecutionsCommand({ stateMachineArn: inner }));
    expect(executions?.map(({ status }) => status)).toEqual(['ABORTED', 'ABORTED']);
  });

  test('has executions whose histories are limited each for itself', async () => {
    const short = await startStates({ historyLimit: 9 });
    const four = { A: pass(1, { Next: 'B' }), B: pass(2, { Next: 'C' }), C: pass(3) };
    const five = { ...four, C: pass(3, { Next: 'D' }), D: pass(4) };
    const fits = await runMap(short.client, distributed(four), [1, 2, 3]);
    const full = await runMap(short.client, distributed(five, { ToleratedFailureCount: 1 }), [1]);
    await short.close();
    expect(fits.status).toBe('SUCCEEDED');
    expect(full.output).toMatchObject([{ Status: 'FAILED', Error: 'States.Runtime' }]);
  });

  test('cannot be asked for where there is none', async () => {
    const command = new DescribeMapRunCommand({ mapRunArn: 'arn:aws:states:us-east-1:0:mapRun:a/b:c' });
    await expect(states.client.send(command)).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });
});

describe('failures of items', () => {
  test('fail the run where none are tolerated, and those under way are given up', async () => {
    const definition = distributed(
      {
        ...failsForX,
        Done: { Type: 'Wait', Seconds: 10, End: true },
      },
      { MaxConcurrency: 2 },
    );
    const { executionArn, error, cause, run } = await runMap(states.client, definition, ['a', 'x', 'c', 'd']);
    expect(error).toBe('States.ExceedToleratedFailureThreshold');
    expect(cause).toContain('tolerated failure threshold');
    expect(run).toMatchObject({
      status: 'FAILED',
      itemCounts: { failed: 1, aborted: 1, pending: 2, total: 4 },
    });
    const events = (await historyOf(states.client, executionArn)).map(({ type }) => type);
    expect(events.slice(-3)).toEqual(['MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  test.each([
    { tolerated: { ToleratedFailureCount: 2 }, status: 'SUCCEEDED' },
    { tolerated: { ToleratedFailureCount: 1 }, status: 'FAILED' },
    { tolerated: { ToleratedFailurePercentage: 50 }, status: 'SUCCEEDED' },
    { tolerated: { ToleratedFailurePercentage: 49 }, status: 'FAILED' },
    { tolerated: { ToleratedFailureCount: 2, ToleratedFailurePercentage: 49 }, status: 'FAILED' },
    { tolerated: { ToleratedFailureCount: '{% 1 + 1 %}' }, status: 'SUCCEEDED' },
  ])('two of four with $tolerated: $status', async ({ tolerated, status }) => {
    const definition = distributed(failsForX, { ...tolerated, Output: 'done' });
    const result = await runMap(states.client, definition, ['a', 'x', 'xx', 'd']);
    expect(result.status).toBe(status);
  });

  test('of a batch count all of its items', async () => {
    const definition = distributed(failsForX, {
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ToleratedFailureCount: 1,
    });
    const { run, status } = await runMap(states.client, definition, ['x', 'b', 'c']);
    expect(status).toBe('FAILED');
    expect(run.itemCounts?.failed).toBe(2);
  });

  test('stand in the result as the execution that failed', async () => {
    const definition = distributed(failsForX, { ToleratedFailureCount: 1 });
    const { output } = await runMap(states.client, definition, ['a', 'x']);
    expect(output).toMatchObject(['a', { Status: 'FAILED', Error: 'Bad', Cause: 'because', Input: '"x"' }]);
  });
});
