import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from './clocks.js';
import { machine, pass } from './conformance/row.js';
import { type Harness, roleArn, startStates } from './harness.js';

const machineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine';
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
    const absent = new ListTagsForResourceCommand({ resourceArn: `${machineArn}:absent` });
    await expect(states.client.send(absent)).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });

  test.each([
    { type: 'FAST' as 'EXPRESS', error: 'ValidationException' },
    { publish: true, error: 'ValidationException' },
  ])('refuse what is not served: $error', async ({ error, ...more }) => {
    const command = new CreateStateMachineCommand({ name: 'x', definition: passing, roleArn, ...more });
    await expect(states.client.send(command)).rejects.toMatchObject({ name: error });
  });

  test('are not updated by nothing', async () => {
    const { stateMachineArn } = await create('same');
    const command = new UpdateStateMachineCommand({ stateMachineArn });
    await expect(states.client.send(command)).rejects.toMatchObject({ name: 'MissingRequiredParameter' });
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
