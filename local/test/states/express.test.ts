import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass, task } from './conformance/row.js';
import { distributed } from './distributed/fixture.js';
import { createMachine, type Harness, roleArn, start, startStates } from './harness.js';

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
  // The prefix `sync-` would lead away from loopback.
  states.client.config.disableHostPrefix = true;
});
afterEach(() => states.close());

async function express(definition: object): Promise<string> {
  const { stateMachineArn } = await states.client.send(
    new CreateStateMachineCommand({
      name: 'express',
      type: 'EXPRESS',
      definition: JSON.stringify(definition),
      roleArn,
    }),
  );
  return String(stateMachineArn);
}

const runSync = (stateMachineArn: string, input: object = {}) =>
  states.client.send(new StartSyncExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }));

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html; https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
describe('an express state machine', () => {
  test('answers its start with how it ended', async () => {
    const arn = await express(machine({ Done: pass({ got: '{% $states.input.a %}' }) }));
    const answer = await runSync(arn, { a: 1 });
    expect(answer).toMatchObject({
      executionArn: expect.stringMatching(/:express:express:[0-9a-f-]{36}:[0-9a-f-]{36}$/),
      stateMachineArn: arn,
      status: 'SUCCEEDED',
      input: '{"a":1}',
      output: '{"got":1}',
      startDate: new Date(clock.now()),
      stopDate: new Date(clock.now()),
      billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 },
    });
    const described = await states.client.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described.type).toBe('EXPRESS');
  });

  test('answers its start with its failure', async () => {
    const arn = await express(machine({ Stop: { Type: 'Fail', Error: 'E', Cause: 'because' } }));
    expect(await runSync(arn)).toMatchObject({ status: 'FAILED', error: 'E', cause: 'because' });
  });

  test('has five minutes', async () => {
    const arn = await express(machine({ Pause: { Type: 'Wait', Seconds: 301, End: true } }));
    const answer = runSync(arn);
    await clock.untilSleeping(2);
    clock.advance(300_000);
    expect((await answer).status).toBe('TIMED_OUT');
  });

  test('runs twice under one name, and neither run can be asked for', async () => {
    const arn = await express(machine({ Done: pass() }));
    const first = await start(states.client, arn, {}, 'same');
    const second = await start(states.client, arn, { other: 1 }, 'same');
    expect(second).not.toBe(first);
    const ask = states.client.send(new DescribeExecutionCommand({ executionArn: first }));
    await expect(ask).rejects.toMatchObject({ name: 'InvalidArn' });
    const list = states.client.send(new ListExecutionsCommand({ stateMachineArn: arn }));
    await expect(list).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' });
  });

  test.each([
    {
      name: 'waits for an answer',
      definition: machine({ A: task('f', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }) }),
      says: 'does not support',
    },
    {
      name: 'waits for a child',
      definition: machine({
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Arguments: { StateMachineArn: 'a' },
          End: true,
        },
      }),
      says: '/States/A/Resource',
    },
    { name: 'is distributed', definition: distributed({ One: pass() }), says: 'distributed Map' },
  ])('is refused where it $name', async ({ definition, says }) => {
    await expect(express(definition)).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining(says),
    });
  });
});

test('a standard state machine has no start that waits', async () => {
  const arn = await createMachine(states.client, machine({ Done: pass() }));
  await expect(runSync(arn)).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' });
});
