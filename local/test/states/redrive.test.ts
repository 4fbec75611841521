import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvokeFunction } from '../../src/invocation.js';
import { VirtualClock } from '../../src/states/index.js';
import { machine, pass, scope, task } from './conformance/row.js';
import { distributed, mapRunOf } from './distributed/fixture.js';
import { createMachine, ended, type Harness, historyOf, runOnce, start, startStates } from './harness.js';

let calls: string[];
let broken: ReadonlySet<string>;
let states: Harness;

/** Answers its payload, and fails for those that are broken. */
const invoke: InvokeFunction = async (_name, payload) => {
  calls.push(payload);
  return broken.has(payload)
    ? { kind: 'error', errorType: 'Broken', errorMessage: '' }
    : { kind: 'success', payload };
};

beforeEach(async () => {
  calls = [];
  broken = new Set();
  states = await startStates({ clock: new VirtualClock(), invoke });
});
afterEach(() => states.close());

const call = (payload: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  task('f', {
    Arguments: { FunctionName: 'f', Payload: payload },
    Output: '{% $states.result.Payload %}',
    ...more,
  });

const redrive = (executionArn: string, clientToken?: string) =>
  states.client.send(new RedriveExecutionCommand({ executionArn, clientToken }));

/** Runs a definition to its failure, mends what was broken and redrives it. */
async function failAndRedrive(definition: object, input: unknown = {}) {
  const executionArn = await start(states.client, await createMachine(states.client, definition), input);
  const failed = await ended(states.client, executionArn);
  const before = calls.splice(0);
  broken = new Set();
  await redrive(executionArn);
  return { executionArn, failed, before, description: await ended(states.client, executionArn) };
}

// Source: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
describe('a redrive', () => {
  test('goes on at the state that failed, with its input and variables', async () => {
    broken = new Set(['"second"']);
    const definition = machine({
      First: call('first', { Assign: { kept: 7 }, Next: 'Second' }),
      Second: call('second', { Next: 'Last' }),
      Last: pass({
        kept: '{% $kept %}',
        input: '{% $states.input %}',
        redrives: '{% $states.context.Execution.RedriveCount %}',
      }),
    });
    const { executionArn, failed, before, description } = await failAndRedrive(definition);
    expect(failed).toMatchObject({ status: 'FAILED', redriveStatus: 'REDRIVABLE', redriveCount: 0 });
    expect(before).toEqual(['"first"', '"second"']);
    expect(calls).toEqual(['"second"']);
    expect(description).toMatchObject({
      status: 'SUCCEEDED',
      redriveCount: 1,
      redriveDate: expect.any(Date),
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect(JSON.parse(String(description.output))).toEqual({ kept: 7, input: 'second', redrives: 1 });
    const events = await historyOf(states.client, executionArn);
    const again = events.findIndex(({ type }) => type === 'ExecutionRedriven');
    expect(events[again]).toMatchObject({
      previousEventId: again,
      executionRedrivenEventDetails: { redriveCount: 1 },
    });
    expect(events.slice(again - 1, again + 4).map(({ type }) => type)).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
    ]);
  });

  test('counts the attempts anew', async () => {
    broken = new Set(['1']);
    const retry = { Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 2 }] };
    const arn = await createMachine(states.client, machine({ Only: call(1, retry) }));
    const executionArn = await start(states.client, arn);
    await ended(states.client, executionArn);
    await redrive(executionArn);
    await ended(states.client, executionArn);
    expect(calls).toHaveLength(6);
  });

  test('runs only the branches that have not succeeded', async () => {
    broken = new Set(['"b"']);
    const definition = machine({
      Both: {
        Type: 'Parallel',
        Branches: [scope({ A: call('a') }), scope({ B0: call('b0', { Next: 'B' }), B: call('b') })],
        End: true,
      },
    });
    const { before, description } = await failAndRedrive(definition);
    expect([...before].sort()).toEqual(['"a"', '"b"', '"b0"']);
    expect(calls).toEqual(['"b"']);
    expect(description.output).toBe('["a","b"]');
  });

  test('runs only the iterations that have not succeeded', async () => {
    broken = new Set(['2']);
    const definition = machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 1,
        ItemProcessor: scope({ One: call('{% $states.input %}') }),
        End: true,
      },
    });
    const { before, description } = await failAndRedrive(definition, [1, 2, 3]);
    expect(before).toEqual(['1', '2']);
    expect(calls).toEqual(['2', '3']);
    expect(description.output).toBe('[1,2,3]');
  });

  test('enters a Fail state again, and fails again', async () => {
    const { description, executionArn } = await failAndRedrive(
      machine({ Stop: { Type: 'Fail', Error: 'E' } }),
    );
    expect(description).toMatchObject({ status: 'FAILED', error: 'E', redriveCount: 1 });
    const entered = (await historyOf(states.client, executionArn)).filter(
      ({ type }) => type === 'FailStateEntered',
    );
    expect(entered).toHaveLength(2);
  });

  test('of an execution that was stopped asks again, with another token', async () => {
    const definition = machine({
      Ask: task('f', {
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'f', Payload: '{% $states.context.Task.Token %}' },
      }),
    });
    const executionArn = await start(states.client, await createMachine(states.client, definition));
    await states.client.send(new StopExecutionCommand({ executionArn }));
    await redrive(executionArn);
    const running = await states.client.send(new DescribeExecutionCommand({ executionArn }));
    expect(running.status).toBe('RUNNING');
    expect(running.stopDate).toBeUndefined();
    const [first = '', second = ''] = calls.map((payload) => JSON.parse(payload) as string);
    expect(second).not.toBe(first);
    await states.client.send(new SendTaskSuccessCommand({ taskToken: second, output: '"yes"' }));
    expect((await ended(states.client, executionArn)).output).toBe('"yes"');
  });

  test.each([
    { name: 'that succeeded', definition: machine({ Done: pass() }), reason: 'SUCCEEDED' },
    {
      name: 'that runs',
      definition: machine({
        Call: task('f', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }),
      }),
      reason: 'RUNNING',
    },
  ])('of an execution $name is refused', async ({ definition, reason }) => {
    const executionArn = await start(states.client, await createMachine(states.client, definition));
    await expect(redrive(executionArn)).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
      message: expect.stringContaining(`Execution is ${reason} and cannot be redriven`),
    });
  });

  test('of an execution whose history is full is refused', async () => {
    const short = await startStates({ historyLimit: 5 });
    const definition = machine({ A: pass(1, { Next: 'B' }), B: pass(2, { Next: 'C' }), C: pass() });
    const { executionArn, status, redriveStatusReason } = await runOnce(short.client, definition);
    const refused = short.client.send(new RedriveExecutionCommand({ executionArn }));
    await expect(refused).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
    await short.close();
    expect({ status, redriveStatusReason }).toEqual({
      status: 'FAILED',
      redriveStatusReason: 'Execution history event limit exceeded',
    });
  });

  test('is done once for one client token', async () => {
    const { executionArn } = await runOnce(states.client, machine({ Stop: { Type: 'Fail' } }));
    const first = await redrive(String(executionArn), 'token');
    await ended(states.client, String(executionArn));
    expect(await redrive(String(executionArn), 'token')).toMatchObject({ redriveDate: first.redriveDate });
    expect((await ended(states.client, String(executionArn))).redriveCount).toBe(1);
  });
});

describe('a redrive of a Map run', () => {
  test('is asked of the execution around it, not of its own', async () => {
    broken = new Set(['"x"']);
    const definition = distributed({ One: call('{% $states.input %}') });
    const { executionArn } = await runOnce(states.client, definition, ['x']);
    const { mapRunArn } = await mapRunOf(states.client, String(executionArn));
    const list = async (redriveFilter: 'REDRIVEN' | 'NOT_REDRIVEN') => {
      const { executions } = await states.client.send(
        new ListExecutionsCommand({ mapRunArn, redriveFilter }),
      );
      return executions ?? [];
    };
    const [child] = await list('NOT_REDRIVEN');
    const described = new DescribeExecutionCommand({ executionArn: child?.executionArn });
    expect((await states.client.send(described)).redriveStatus).toBe('REDRIVABLE_BY_MAP_RUN');
    await expect(redrive(String(child?.executionArn))).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
    });
    broken = new Set();
    await redrive(String(executionArn));
    expect((await ended(states.client, String(executionArn))).output).toBe('["x"]');
    expect(await list('NOT_REDRIVEN')).toEqual([]);
    const [again] = await list('REDRIVEN');
    expect(again).toMatchObject({ executionArn: child?.executionArn, status: 'SUCCEEDED', redriveCount: 1 });
  });

  test.each(['STANDARD', 'EXPRESS'])('runs what has not succeeded: %s', async (type) => {
    broken = new Set(['"x"']);
    const definition = distributed({ One: call('{% $states.input %}') }, { MaxConcurrency: 1 }, type);
    const { before, executionArn, description } = await failAndRedrive(definition, ['a', 'x', 'c']);
    expect(before).toEqual(['"a"', '"x"']);
    expect(calls).toEqual(['"x"', '"c"']);
    expect(description.output).toBe('["a","x","c"]');
    const run = await mapRunOf(states.client, executionArn);
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      redriveCount: 1,
      itemCounts: { succeeded: 3, failed: 0, total: 3 },
    });
    const events = await historyOf(states.client, executionArn);
    expect(events.find(({ type: name }) => name === 'MapRunRedriven')).toMatchObject({
      mapRunRedrivenEventDetails: { mapRunArn: run.mapRunArn, redriveCount: 1 },
    });
  });
});
