import { machine, pass, scope, task } from '../conformance/row.js';
import type { Refusal } from './refusal.js';

const end = { Done: { Type: 'Succeed' } };

/** Definitions whose form or flow is wrong. */
export const wrongShapes: readonly Refusal[] = [
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
  ...[
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ].map((field) => ({
    name: `${field} of an inline Map`,
    definition: machine({ M: { Type: 'Map', ItemProcessor: scope({ A: pass() }), End: true, [field]: 1 } }),
    says: [`The field "${field}" belongs to the mode DISTRIBUTED`, `/States/M/${field}`],
  })),
  ...(
    [
      ['ItemReader', { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'b' } }, 'Key'],
      ['ItemReader', reader({ InputType: 'CSV' }), 'CSVHeaderLocation'],
      ['ItemReader', reader({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }), 'CSVHeaders'],
      ['ItemReader', reader({}), 'InputType'],
      ['ItemBatcher', { BatchInput: 1 }, 'MaxItemsPerBatch'],
      ['ItemBatcher', { MaxInputBytesPerBatch: 300_000 }, 'between 1 and 262144'],
      ['ResultWriter', {}, 'Resource'],
      ['ResultWriter', { Resource: 'arn:aws:states:::s3:putObject' }, 'belong together'],
      ['ToleratedFailurePercentage', 101, 'between 0 and 100'],
      ['Label', 'a:b', 'label of 40 characters'],
    ] as const
  ).map(([field, value, says]) => ({
    name: `${field} ${JSON.stringify(value)} of a distributed Map`,
    definition: machine({ M: distributed({ [field]: value }) }),
    says: [says, `/States/M/${field}`],
  })),
  {
    name: 'an express execution of a Map that waits for an answer',
    definition: machine({
      M: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          ...scope({ A: task('f', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }) }),
        },
        End: true,
      },
    }),
    says: ['Express state machine does not support', '/States/M/ItemProcessor/States/A/Resource'],
  },
  {
    name: 'a distributed Map without ExecutionType',
    definition: machine({
      M: {
        Type: 'Map',
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...scope({ A: pass() }) },
        End: true,
      },
    }),
    says: ['[ExecutionType] at /States/M/ItemProcessor/ProcessorConfig'],
  },
];

function distributed(more: object): object {
  const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
  return { Type: 'Map', ItemProcessor: { ProcessorConfig, ...scope({ A: pass() }) }, End: true, ...more };
}

function reader(config: object): object {
  return {
    Resource: 'arn:aws:states:::s3:getObject',
    Arguments: { Bucket: 'b', Key: 'k' },
    ReaderConfig: config,
  };
}
