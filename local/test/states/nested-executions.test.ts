import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass, scope } from './conformance/row.js';
import { createMachine, ended, type Harness, historyOf, runOnce, start, startStates } from './harness.js';

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
});
afterEach(() => states.close());

const waiting = machine({ Pause: { Type: 'Wait', Seconds: 60, End: true } });

/** A task that starts the state machine of an ARN. */
const starts = (arn: string, pattern = '', more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::states:startExecution${pattern}`,
  Arguments: { StateMachineArn: arn, Name: '{% $states.input.name %}', Input: { in: 1 } },
  ...('Next' in more ? {} : { End: true }),
  ...more,
});

const parent = (arn: string, pattern?: string, more?: Readonly<Record<string, unknown>>) =>
  machine({ Start: starts(arn, pattern, more) });

async function onlyExecutionOf(stateMachineArn: string) {
  const { executions } = await states.client.send(new ListExecutionsCommand({ stateMachineArn }));
  expect(executions).toHaveLength(1);
  return await states.client.send(
    new DescribeExecutionCommand({ executionArn: executions?.[0]?.executionArn }),
  );
}

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html and https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
describe('a task that starts an execution', () => {
  test('goes on at once with the child’s ARN', async () => {
    const child = await createMachine(states.client, waiting);
    const { output } = await runOnce(states.client, parent(child), { name: 'one' });
    const description = await onlyExecutionOf(child);
    expect(description).toMatchObject({ status: 'RUNNING', name: 'one', input: '{"in":1}' });
    expect(JSON.parse(String(output))).toMatchObject({
      ExecutionArn: description.executionArn,
      StartDate: clock.now(),
      SdkHttpMetadata: { HttpStatusCode: 200 },
    });
  });

  test.each([
    { pattern: '.sync', input: '{"in":1}', output: '{"out":2}' },
    { pattern: '.sync:2', input: { in: 1 }, output: { out: 2 } },
  ])('with $pattern ends with the child and describes it', async ({ pattern, input, output }) => {
    const child = await createMachine(states.client, machine({ Done: pass({ out: 2 }) }));
    const executionArn = await start(
      states.client,
      await createMachine(states.client, parent(child, pattern)),
      { name: 'one' },
    );
    const description = await ended(states.client, executionArn);
    const childArn = (await onlyExecutionOf(child)).executionArn;
    expect(JSON.parse(String(description.output))).toEqual({
      ExecutionArn: childArn,
      Input: input,
      InputDetails: { Included: true },
      Name: 'one',
      Output: output,
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: 'NOT_REDRIVABLE',
      RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
      StartDate: clock.now(),
      StateMachineArn: child,
      Status: 'SUCCEEDED',
      StopDate: clock.now(),
    });
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
    expect(events[4]?.taskSubmittedEventDetails).toMatchObject({
      resource: `startExecution${pattern}`,
      resourceType: 'states',
    });
  });

  test('fails with States.TaskFailed and the child’s description where the child fails', async () => {
    const failing = machine({ Stop: { Type: 'Fail', Error: 'SomeFailure', Cause: 'because' } });
    const child = await createMachine(states.client, failing);
    const { status, error, cause } = await runOnce(states.client, parent(child, '.sync:2'), { name: 'one' });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(String(cause))).toMatchObject({
      Cause: 'because',
      Error: 'SomeFailure',
      Input: '{"in":1}',
      Name: 'one',
      Status: 'FAILED',
    });
  });

  test('waits for an answer with its token, whatever the child does', async () => {
    const child = await createMachine(states.client, waiting);
    const definition = parent(child, '.waitForTaskToken', {
      Arguments: { StateMachineArn: child, Input: { token: '{% $states.context.Task.Token %}' } },
    });
    const executionArn = await start(states.client, await createMachine(states.client, definition));
    await clock.untilSleeping();
    const { input } = await onlyExecutionOf(child);
    const { token: taskToken } = JSON.parse(String(input));
    await states.client.send(new SendTaskSuccessCommand({ taskToken, output: '"yes"' }));
    expect((await ended(states.client, executionArn)).output).toBe('"yes"');
  });

  test.each([
    { name: 'no machine', arn: 'gone', error: 'StepFunctions.StateMachineDoesNotExistException' },
    { name: 'a name with a space', arn: undefined, error: 'StepFunctions.InvalidNameException' },
  ])('fails under the SDK’s name of the error: $name', async ({ name, arn, error }) => {
    const child = await createMachine(states.client, waiting);
    const target = arn === undefined ? child : child.replace(/[^:]+$/, arn);
    expect((await runOnce(states.client, parent(target), { name })).error).toBe(error);
  });

  test('fails where the name was used for another input', async () => {
    const child = await createMachine(states.client, waiting);
    await start(states.client, child, { in: 2 }, 'one');
    const { error } = await runOnce(states.client, parent(child), { name: 'one' });
    expect(error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });
});

describe('a child that is waited for', () => {
  test('is stopped with its parent, and so is its own child', async () => {
    const grandchild = await createMachine(states.client, waiting);
    const child = await createMachine(
      states.client,
      parent(grandchild, '.sync', { Arguments: { StateMachineArn: grandchild } }),
    );
    const executionArn = await start(
      states.client,
      await createMachine(states.client, parent(child, '.sync:2')),
      { name: 'one' },
    );
    await clock.untilSleeping();
    await states.client.send(new StopExecutionCommand({ executionArn }));
    const stopped = [];
    for (const arn of [child, grandchild]) {
      const { executionArn: inner } = await onlyExecutionOf(arn);
      stopped.push((await ended(states.client, String(inner))).status);
    }
    expect(stopped).toEqual(['ABORTED', 'ABORTED']);
    expect(clock.sleeping).toBe(0);
  });

  test('is stopped where another branch fails', async () => {
    const child = await createMachine(states.client, waiting);
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          scope({ Start: starts(child, '.sync') }),
          scope({ Soon: { Type: 'Wait', Seconds: 1, Next: 'Stop' }, Stop: { Type: 'Fail', Error: 'E' } }),
        ],
        End: true,
      },
    });
    const arn = await start(states.client, await createMachine(states.client, definition), { name: 'one' });
    await clock.untilSleeping(2);
    clock.advance(1000);
    expect((await ended(states.client, arn)).error).toBe('E');
    expect((await onlyExecutionOf(child)).status).toBe('ABORTED');
  });

  test('runs on where the task’s own time is over', async () => {
    const child = await createMachine(states.client, waiting);
    const arn = await createMachine(states.client, parent(child, '.sync', { TimeoutSeconds: 5 }));
    const executionArn = await start(states.client, arn, { name: 'one' });
    await clock.untilSleeping(2);
    clock.advance(5000);
    expect((await ended(states.client, executionArn)).error).toBe('States.Timeout');
    expect((await onlyExecutionOf(child)).status).toBe('RUNNING');
  });
});
