import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  paginateListExecutions,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass } from './conformance/row.js';
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

describe('state machines', () => {
  test('are created, described, updated and deleted', async () => {
    const { stateMachineArn, creationDate } = await create('ProcessA-dev');
    expect(stateMachineArn).toBe(`${machineArn}:ProcessA-dev`);
    expect(creationDate).toEqual(new Date(clock.now()));
    const described = await states.client.send(
      new DescribeStateMachineCommand({ stateMachineArn: `${machineArn}:ProcessA-dev:live` }),
    );
    expect(described).toMatchObject({
      stateMachineArn,
      name: 'ProcessA-dev',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: passing,
      roleArn,
      creationDate,
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
    });
    const changed = JSON.stringify(machine({ Only: pass('new') }));
    const { revisionId } = await states.client.send(
      new UpdateStateMachineCommand({ stateMachineArn, definition: changed }),
    );
    const updated = await states.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(updated).toMatchObject({ definition: changed, roleArn, revisionId });
    await states.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await states.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await expect(
      states.client.send(new DescribeStateMachineCommand({ stateMachineArn })),
    ).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  test('of one name and definition are one, with another definition an error', async () => {
    const first = await create('twice');
    clock.advance(1000);
    const second = await create('twice');
    expect(second.stateMachineArn).toBe(first.stateMachineArn);
    expect(second.creationDate).toEqual(first.creationDate);
    await expect(create('twice', JSON.stringify(machine({ Only: pass('other') })))).rejects.toMatchObject({
      name: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${machineArn}:twice'`,
    });
  });

  test.each(['', 'with space', 'a/b', 'a:b', 'a{b', 'x'.repeat(81), 'a\u0007b'])(
    'cannot be named %j',
    async (name) => {
      await expect(create(name)).rejects.toMatchObject({ name: 'InvalidName' });
    },
  );

  test('are listed in pages', async () => {
    for (const name of ['a', 'b', 'c']) {
      await create(name);
    }
    const one = await states.client.send(new ListStateMachinesCommand({ maxResults: 2 }));
    expect(one.stateMachines?.map(({ name }) => name)).toEqual(['a', 'b']);
    await create('d');
    const two = await states.client.send(
      new ListStateMachinesCommand({ maxResults: 2, nextToken: one.nextToken }),
    );
    expect(two.stateMachines?.map(({ name }) => name)).toEqual(['c', 'd']);
    expect(two.nextToken).toBeUndefined();
    await expect(
      states.client.send(new ListStateMachinesCommand({ nextToken: 'invented' })),
    ).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  test('are validated without being created', async () => {
    const { result, diagnostics } = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition: passing }),
    );
    expect({ result, diagnostics }).toEqual({ result: 'OK', diagnostics: [] });
    const { stateMachines } = await states.client.send(new ListStateMachinesCommand({}));
    expect(stateMachines).toEqual([]);
  });

  test('carry tags', async () => {
    const { stateMachineArn: resourceArn } = await states.client.send(
      new CreateStateMachineCommand({
        name: 'tagged',
        definition: passing,
        roleArn,
        tags: [{ key: 'a', value: '1' }],
      }),
    );
    await states.client.send(new TagResourceCommand({ resourceArn, tags: [{ key: 'b', value: '2' }] }));
    await states.client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
    const { tags } = await states.client.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual([{ key: 'b', value: '2' }]);
  });

  test.each([
    { type: 'EXPRESS' as const, error: 'StateMachineTypeNotSupported' },
    { publish: true, error: 'ValidationException' },
  ])('refuse what is not served: $error', async ({ error, ...more }) => {
    const command = new CreateStateMachineCommand({ name: 'x', definition: passing, roleArn, ...more });
    await expect(states.client.send(command)).rejects.toMatchObject({ name: error });
  });

  test('can be put again and again', async () => {
    const arn = states.service.putStateMachine({ name: 'put', definition: passing });
    expect(states.service.putStateMachine({ name: 'put', definition: JSON.stringify(waiting) })).toBe(arn);
    const { definition } = await states.client.send(
      new DescribeStateMachineCommand({ stateMachineArn: arn }),
    );
    expect(definition).toBe(JSON.stringify(waiting));
  });
});

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
    expect(events?.[3]?.stateExitedEventDetails).toEqual({ name: 'One' });
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

describe('the protocol', () => {
  test('answers an operation that it does not serve with UnknownOperationException', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const command = new StartSyncExecutionCommand({ stateMachineArn });
    const client = states.client;
    client.config.disableHostPrefix = true;
    await expect(client.send(command)).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  test.each([
    { body: '{', type: 'SerializationException' },
    { body: '[]', type: 'SerializationException' },
    { body: '{"executionArn":1}', type: 'ValidationException' },
    { body: '{}', type: 'ValidationException' },
  ])('answers $body with $type', async ({ body, type }) => {
    const response = await fetch(states.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AWSStepFunctions.DescribeExecution',
      },
      body,
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.0');
    const { __type: answered } = (await response.json()) as { __type: string };
    expect(answered.split('#')[1]).toBe(type);
  });

  test('dates are seconds since the epoch', async () => {
    const stateMachineArn = await createMachine(states.client, waiting);
    const response = await fetch(states.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' },
      body: JSON.stringify({ stateMachineArn }),
    });
    expect(await response.json()).toMatchObject({ startDate: clock.now() / 1000 });
  });
});
