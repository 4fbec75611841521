import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ListExecutionsCommand,
  paginateListExecutions,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass } from './conformance/row.js';
import { createMachine, ended, type Harness, roleArn, start, startStates } from './harness.js';

const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine';
const executionArn = 'arn:aws:states:us-east-1:000000000000:execution';
const passing = JSON.stringify(machine({ Only: pass() }));
const waiting = machine({ Pause: { Type: 'Wait', Seconds: 60, End: true } });

let clock: ManualClock;
let states: Harness;

beforeEach(async () => {
  clock = new ManualClock();
  states = await startStates({ clock });
});
afterEach(() => states.close());

const create = (name: string, definition = passing) =>
  states.client.send(new CreateStateMachineCommand({ name, definition, roleArn }));

describe('executions', () => {
  test('are described while they run and after', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const arn = await start(states.client, stateMachineArn, { a: 1 }, 'first');
    await clock.untilSleeping();
    const running = await states.client.send(new DescribeExecutionCommand({ executionArn: arn }));
    expect(running).toMatchObject({
      executionArn: arn,
      stateMachineArn,
      name: 'first',
      status: 'RUNNING',
      startDate: new Date(clock.now()),
      input: '{"a":1}',
      inputDetails: { included: true },
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    });
    expect(running.stopDate).toBeUndefined();
    expect(running.output).toBeUndefined();
    clock.advance(60_000);
    expect(await ended(states.client, arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"a":1}',
      outputDetails: { included: true },
      stopDate: new Date(clock.now()),
    });
  });

  test('of one name and input are one while it runs', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const request = { stateMachineArn, name: 'once', input: '{"a":1}' };
    const first = await states.client.send(new StartExecutionCommand(request));
    clock.advance(1000);
    const second = await states.client.send(new StartExecutionCommand(request));
    expect(second.executionArn).toBe(first.executionArn);
    expect(second.startDate).toEqual(first.startDate);
    const other = new StartExecutionCommand({ ...request, input: '{"a":2}' });
    await expect(states.client.send(other)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await clock.untilSleeping();
    clock.advance(60_000);
    await ended(states.client, String(first.executionArn));
    await expect(states.client.send(new StartExecutionCommand(request))).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
  });

  test('keep the definition that they started with', async () => {
    const stateMachineArn = await createMachine(
      states.client,
      machine({ Pause: { Type: 'Wait', Seconds: 60, Next: 'Old' }, Old: pass('old') }),
    );
    const old = await start(states.client, stateMachineArn);
    await clock.untilSleeping();
    const definition = JSON.stringify(machine({ New: pass('new') }));
    await states.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
    const young = await ended(states.client, await start(states.client, stateMachineArn));
    clock.advance(60_000);
    expect((await ended(states.client, old)).output).toBe('"old"');
    expect(young.output).toBe('"new"');
    const kept = await states.client.send(new DescribeStateMachineForExecutionCommand({ executionArn: old }));
    expect(kept.definition).toContain('"Old"');
  });

  test('can be started by a version or an alias', async () => {
    await create('aliased');
    const { executionArn: arn } = await states.client.send(
      new StartExecutionCommand({ stateMachineArn: `${machineArn}:aliased:live`, name: 'e' }),
    );
    expect(arn).toBe(`${executionArn}:aliased:e`);
    expect(await ended(states.client, String(arn))).toMatchObject({
      stateMachineArn: `${machineArn}:aliased`,
      stateMachineAliasArn: `${machineArn}:aliased:live`,
      status: 'SUCCEEDED',
      output: '{}',
    });
  });

  test('are listed newest first, by status, in pages that stand firm', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    for (const name of ['one', 'two', 'three', 'four']) {
      await start(states.client, stateMachineArn, {}, name);
      clock.advance(1000);
    }
    const { executions } = await states.client.send(
      new ListExecutionsCommand({ stateMachineArn, maxResults: 1 }),
    );
    expect(executions).toMatchObject([{ name: 'four', status: 'RUNNING', stateMachineArn }]);
    const names: (string | undefined)[] = [];
    for await (const page of paginateListExecutions(
      { client: states.client, pageSize: 3 },
      { stateMachineArn },
    )) {
      names.push(...(page.executions ?? []).map(({ name }) => name));
      if (names.length === 3) {
        await start(states.client, stateMachineArn, {}, 'five');
      }
    }
    expect(names).toEqual(['four', 'three', 'two', 'one']);
    await states.client.send(
      new StopExecutionCommand({
        executionArn: `${stateMachineArn.replace('stateMachine', 'execution')}:two`,
      }),
    );
    const aborted = await states.client.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }),
    );
    expect(aborted.executions?.map(({ name }) => name)).toEqual(['two']);
  });

  test('end when their state machine is deleted', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const arn = await start(states.client, stateMachineArn);
    await clock.untilSleeping();
    await states.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect((await ended(states.client, arn)).status).toBe('ABORTED');
    expect(clock.sleeping).toBe(0);
  });

  test.each([
    { input: 'not json' },
    { input: '' },
    { input: `"${'x'.repeat(262_143)}"` },
    { input: `"${'é'.repeat(131_072)}"` },
  ])('refuse an input that is not JSON, or too large', async ({ input }) => {
    const stateMachineArn = await createMachine(states.client, waiting);
    await expect(
      states.client.send(new StartExecutionCommand({ stateMachineArn, input })),
    ).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  });

  test.each([
    { stateMachineArn: `${machineArn}:absent`, error: 'StateMachineDoesNotExist' },
    { stateMachineArn: 'nonsense', error: 'InvalidArn' },
    { stateMachineArn: `${executionArn}:a:b`, error: 'InvalidArn' },
  ])('refuse $stateMachineArn with $error', async ({ stateMachineArn, error }) => {
    await expect(states.client.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: error,
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('that are not there are an error', async () => {
    const absent = `${executionArn}:a:b`;
    await expect(
      states.client.send(new DescribeExecutionCommand({ executionArn: absent })),
    ).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
      message: `Execution Does Not Exist: '${absent}'`,
    });
    await expect(
      states.client.send(new DescribeExecutionCommand({ executionArn: 'nonsense' })),
    ).rejects.toMatchObject({ name: 'InvalidArn' });
  });
});
