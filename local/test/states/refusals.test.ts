import { CreateStateMachineCommand, ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidDefinitionError } from '../../src/states/index.js';
import { machine, pass, scope, task } from './conformance/row.js';
import { type Harness, roleArn, startStates } from './harness.js';

const end = { Done: { Type: 'Succeed' } };
const catcher = (more: object): object => ({
  Catch: [{ ErrorEquals: ['E'], Next: 'Done', ...more }],
  Next: 'Done',
});

/** One thing that is refused, and what the message says. */
interface Refusal {
  readonly name: string;
  readonly definition: object | string;
  /** Parts of the message, in order. */
  readonly says: readonly string[];
}

const implementedLater: readonly Refusal[] = [
  ...['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'Result', 'ResultSelector'].map((field) => ({
    name: `JSONPath field ${field}`,
    definition: machine({ A: pass(undefined, { [field]: '$' }) }),
    says: [`The field "${field}" belongs to JSONPath`, `/States/A/${field}`],
  })),
  {
    name: 'no QueryLanguage at all',
    definition: scope({ A: pass() }),
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'QueryLanguage JSONPath on the machine',
    definition: { ...machine({ A: pass() }), QueryLanguage: 'JSONPath' },
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'QueryLanguage JSONPath on a state',
    definition: machine({ A: pass(undefined, { QueryLanguage: 'JSONPath' }) }),
    says: ['JSONPath is not implemented', '/States/A/QueryLanguage'],
  },
  {
    name: 'a JSONPath state inside a branch',
    definition: machine({
      P: {
        Type: 'Parallel',
        Branches: [scope({ A: pass(undefined, { QueryLanguage: 'JSONPath' }) })],
        End: true,
      },
    }),
    says: ['JSONPath is not implemented', '/States/P/Branches[0]/States/A/QueryLanguage'],
  },
  ...['HeartbeatSeconds', 'Credentials'].map((field) => ({
    name: `${field} of a task`,
    definition: machine({ A: task('f', { [field]: 1 }) }),
    says: [`The field "${field}" is not implemented here`, `/States/A/${field}`],
  })),
  ...[
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ].map((field) => ({
    name: `${field} of a Map`,
    definition: machine({ M: { Type: 'Map', ItemProcessor: scope({ A: pass() }), End: true, [field]: 1 } }),
    says: [`The field "${field}" is not implemented here`, `/States/M/${field}`],
  })),
  {
    name: 'a DISTRIBUTED Map',
    definition: machine({
      M: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          ...scope({ A: pass() }),
        },
        End: true,
      },
    }),
    says: ['"DISTRIBUTED" is not implemented here', '/States/M/ItemProcessor/ProcessorConfig/Mode'],
  },
  ...[
    'arn:aws:states:::lambda:invoke.waitForTaskToken',
    'arn:aws:states:::states:startExecution.sync:2',
    'arn:aws:states:::states:startExecution',
    'arn:aws:states:::aws-sdk:s3:getObject',
    'arn:aws:lambda:us-east-1:000000000000:function:f',
  ].map((resource) => ({
    name: `the resource ${resource}`,
    definition: machine({ A: task('f', { Resource: resource }) }),
    says: [`The resource "${resource}" is not implemented here`, '/States/A/Resource'],
  })),
  ...['ClientContext', 'LogType', 'TenantId'].map((argument) => ({
    name: `the argument ${argument}`,
    definition: machine({ A: task('f', { Arguments: { FunctionName: 'f', [argument]: 'x' } }) }),
    says: [`"${argument}" is not implemented here`, `/States/A/Arguments/${argument}`],
  })),
];

const mistakes: readonly Refusal[] = [
  { name: 'text that is not JSON', definition: '{', says: ['INVALID_JSON_DESCRIPTION'] },
  { name: 'JSON that is no object', definition: '[]', says: ['INVALID_JSON_DESCRIPTION'] },
  {
    name: 'a field that is there twice',
    definition:
      '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Succeed"},"A":{"Type":"Succeed"}}}',
    says: ["INVALID_JSON_DESCRIPTION: Duplicate field 'A'"],
  },
  {
    name: 'no StartAt and no States',
    definition: {},
    says: ['These fields are required: [StartAt, States] at /'],
  },
  {
    name: 'no state',
    definition: { ...machine({}), StartAt: 'A' },
    says: ['one state at least', '/States'],
  },
  {
    name: 'an unknown field of the machine',
    definition: machine(end, { Foo: 1 }),
    says: ['"Foo" is not a field of a state machine', '/Foo'],
  },
  {
    name: 'an unknown field of a state',
    definition: machine({ A: pass(undefined, { Foo: 1 }) }),
    says: ['"Foo" is not a field of a Pass state', '/States/A/Foo'],
  },
  {
    name: 'a field of another kind of state',
    definition: machine({ A: pass(undefined, { Retry: [] }) }),
    says: ['"Retry" is not a field of a Pass state', '/States/A/Retry'],
  },
  {
    name: 'an unknown type',
    definition: machine({ A: { Type: 'Taks', End: true } }),
    says: ['The type must be one of Task, Pass', '/States/A/Type'],
  },
  {
    name: 'StartAt that names no state',
    definition: { ...machine(end), StartAt: 'Nowhere' },
    says: ["MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /StartAt"],
  },
  {
    name: 'Next that names no state',
    definition: machine({ A: pass(undefined, { Next: 'Nowhere' }) }),
    says: ['Nowhere at /States/A/Next'],
  },
  {
    name: 'Next that names a state of another scope',
    definition: machine({
      P: { Type: 'Parallel', Branches: [scope({ A: pass(undefined, { Next: 'Done' }) })], Next: 'Done' },
      ...end,
    }),
    says: ['Done at /States/P/Branches[0]/States/A/Next'],
  },
  {
    name: 'a rule, Default and a catcher that name no state',
    definition: machine({
      C: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'X' }], Default: 'Y' },
      T: task('f', { Catch: [{ ErrorEquals: ['E'], Next: 'Z' }], End: true }),
    }),
    says: ['Y at /States/C/Default', 'X at /States/C/Choices[0]/Next', 'Z at /States/T/Catch[0]/Next'],
  },
  {
    name: 'neither Next nor End',
    definition: machine({ A: { Type: 'Pass' } }),
    says: ['Exactly one of these fields is required: [Next, End] at /States/A'],
  },
  {
    name: 'both Next and End',
    definition: machine({ A: pass(undefined, { Next: 'Done', End: true }), ...end }),
    says: ['Exactly one of these fields is required: [Next, End] at /States/A'],
  },
  {
    name: 'a state that is not reached',
    definition: machine({ ...end, Lost: { Type: 'Succeed' } }),
    says: ['State "Lost" is not reachable. at /States/Lost'],
  },
  {
    name: 'no end',
    definition: machine({ A: pass(undefined, { Next: 'B' }), B: pass(undefined, { Next: 'A' }) }),
    says: ['MISSING_END_STATE'],
  },
  {
    name: 'one name in two scopes',
    definition: machine({ P: { Type: 'Parallel', Branches: [scope({ P: pass() })], End: true } }),
    says: ['DUPLICATE_STATE_NAME: Duplicate State name: P at /States/P/Branches[0]/States/P'],
  },
  {
    name: 'a name of 81 characters',
    definition: machine({ ['x'.repeat(81)]: pass() }),
    says: ['longer than 80 characters'],
  },
  {
    name: 'an expression that does not parse, in each of two fields',
    definition: machine({ A: pass({ v: ['{% 1 + %}'] }, { Assign: { x: '{% ( %}' } }) }),
    says: ["'1 +' has a syntax error", '/States/A/Output/v[0]', '/States/A/Assign/x'],
  },
  {
    name: 'a Condition that is no expression',
    definition: machine({ C: { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'Done' }] }, ...end }),
    says: ['must be a JSONata expression', '/States/C/Choices[0]/Condition'],
  },
  {
    name: 'a Wait with two ends',
    definition: machine({ W: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } }),
    says: ['[Seconds, Timestamp] at /States/W'],
  },
  {
    name: 'a Wait until a time that is none',
    definition: machine({ W: { Type: 'Wait', Timestamp: '2026-01-01', End: true } }),
    says: ['RFC 3339', '/States/W/Timestamp'],
  },
  {
    name: 'a task without its function',
    definition: machine({ A: task('f', { Arguments: { Payload: 1 } }) }),
    says: ['[FunctionName] at /States/A/Arguments'],
  },
  {
    name: 'TimeoutSeconds 0',
    definition: machine({ A: task('f', { TimeoutSeconds: 0 }) }),
    says: ['between 1 and 99999999', '/States/A/TimeoutSeconds'],
  },
  ...(
    [
      ['MaxAttempts', -1],
      ['IntervalSeconds', 0],
      ['BackoffRate', 0.5],
      ['JitterStrategy', 'SOME'],
      ['ErrorEquals', []],
      ['MaxDelaySeconds', 1],
    ] as const
  ).map(([field, value]) => ({
    name: `a retrier with ${field} ${JSON.stringify(value)}`,
    definition: machine({ A: task('f', { Retry: [{ ErrorEquals: ['E'], [field]: value }] }) }),
    says: [`/States/A/Retry[0]/${field}`],
  })),
  {
    name: 'States.ALL beside other errors',
    definition: machine({ A: task('f', { Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }) }),
    says: ['must stand alone', '/States/A/Retry[0]/ErrorEquals'],
  },
  {
    name: 'States.ALL before another catcher',
    definition: machine({
      A: task('f', {
        Next: 'Done',
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Done' },
          { ErrorEquals: ['E'], Next: 'Done' },
        ],
      }),
      ...end,
    }),
    says: ['in the last entry', '/States/A/Catch[0]/ErrorEquals'],
  },
  {
    name: 'ResultPath of a catcher',
    definition: machine({ A: task('f', catcher({ ResultPath: '$.e' })), ...end }),
    says: ['belongs to JSONPath', '/States/A/Catch[0]/ResultPath'],
  },
  {
    name: 'a variable called states',
    definition: machine({ A: pass(undefined, { Assign: { states: 1 } }) }),
    says: ['reserved', '/States/A/Assign/states'],
  },
  {
    name: 'a variable that is no identifier',
    definition: machine({ A: pass(undefined, { Assign: { 'a-b': 1 } }) }),
    says: ['"a-b" cannot name a variable'],
  },
  {
    name: 'an inner scope that assigns an outer variable',
    definition: machine({
      A: pass(undefined, { Assign: { x: 1 }, Next: 'M' }),
      M: { Type: 'Map', ItemProcessor: scope({ I: pass(undefined, { Assign: { x: 2 } }) }), End: true },
    }),
    says: ['"x" belongs to an outer scope', '/States/M/ItemProcessor/States/I/Assign/x'],
  },
];

describe('a definition is refused', () => {
  let states: Harness;
  beforeAll(async () => {
    states = await startStates();
  });
  afterAll(() => states.close());

  test.each([...implementedLater, ...mistakes])('$name', async ({ definition, says }) => {
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
    const create = states.client.send(
      new CreateStateMachineCommand({ name: 'refused', definition: text, roleArn }),
    );
    const error = await create.then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.name).toBe('InvalidDefinition');
    let rest = String(error?.message);
    for (const part of says) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part));
    }
    const validation = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition: text }),
    );
    expect(validation.result).toBe('FAIL');
  });

  test('with all that is wrong in one answer, at its place', async () => {
    const definition = JSON.stringify(
      machine({ A: pass(undefined, { Foo: 1, Bar: 2 }), B: { Type: 'Fail', Error: 3 } }),
    );
    const { diagnostics, truncated } = await states.client.send(
      new ValidateStateMachineDefinitionCommand({ definition, maxResults: 2 }),
    );
    expect(truncated).toBe(true);
    expect(diagnostics).toEqual([
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'The field "Foo" is not a field of a Pass state',
        location: '/States/A/Foo',
      },
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'The field "Bar" is not a field of a Pass state',
        location: '/States/A/Bar',
      },
    ]);
  });

  test('by putStateMachine with the message of CreateStateMachine', async () => {
    const definition = JSON.stringify(machine({ A: { Type: 'Pass' } }));
    const answered = await states.client
      .send(new CreateStateMachineCommand({ name: 'refused', definition, roleArn }))
      .catch((error: Error) => error.message);
    let thrown: unknown;
    try {
      states.service.putStateMachine({ name: 'refused', definition });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidDefinitionError);
    expect((thrown as Error).message).toBe(answered);
  });
});
