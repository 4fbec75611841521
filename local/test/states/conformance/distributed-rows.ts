import { echoes, machine, pages, pass, type Row, scope, task } from './row.js';

/** A distributed Map over its input, which still has to say where it leads. */
const distributedState = (states: Readonly<Record<string, object>>): object => ({
  Type: 'Map',
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...scope(states),
  },
});

const distributed = (states: Readonly<Record<string, object>>, more: object = {}): object =>
  machine({ Each: { ...distributedState(states), End: true, ...more } });

const failing = {
  Which: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input > 2 %}', Next: 'Stop' }],
    Default: 'Go',
  },
  Stop: { Type: 'Fail', Error: 'Bad' },
  Go: pass(),
};

/** Distributed Map, as far as it needs no S3. */
export const distributedRows: readonly Row[] = [
  {
    name: 'a distributed Map keeps the items’ order and shows its run in the history',
    source: pages.distributed,
    definition: distributed({ One: pass('{% $states.input * 2 %}') }),
    input: [1, 2, 3],
    expected: {
      status: 'SUCCEEDED',
      output: [2, 4, 6],
      events: [
        'ExecutionStarted',
        'MapStateEntered',
        'MapStateStarted',
        'MapRunStarted',
        'MapRunSucceeded',
        'MapStateSucceeded',
        'MapStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'a distributed Map over nothing succeeds with nothing',
    source: pages.distributed,
    definition: distributed(failing),
    input: [],
    expected: { status: 'SUCCEEDED', output: [] },
  },
  {
    name: 'its executions see none of the variables around it',
    source: pages.variables,
    definition: machine({
      Set: pass([1], { Assign: { outer: 1 }, Next: 'Each' }),
      Each: { ...distributedState({ One: pass('{% $exists($outer) %}') }), End: true },
    }),
    expected: { status: 'SUCCEEDED', output: [false] },
  },
  {
    name: 'its executions have their own input in the context, and no item',
    source: pages.context,
    definition: distributed({
      One: pass({
        input: '{% $states.context.Execution.Input %}',
        item: '{% $exists($states.context.Map) %}',
      }),
    }),
    input: ['a'],
    expected: { status: 'SUCCEEDED', output: [{ input: 'a', item: false }] },
  },
  {
    name: 'a failure that is not tolerated can be caught',
    source: pages.distributed,
    definition: machine({
      Each: {
        ...distributedState(failing),
        Catch: [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'Caught' }],
        Next: 'Caught',
      },
      Caught: pass('caught'),
    }),
    input: [1, 3],
    expected: { status: 'SUCCEEDED', output: 'caught' },
  },
  {
    name: 'batches hold MaxItemsPerBatch items',
    source: pages.batcher,
    definition: distributed(
      { One: pass('{% $count($states.input.Items) %}') },
      { ItemBatcher: { MaxItemsPerBatch: 2 } },
    ),
    input: [1, 2, 3, 4, 5],
    expected: { status: 'SUCCEEDED', output: [2, 2, 1] },
  },
  {
    name: 'tasks run in its executions, and those retry for themselves',
    source: pages.distributed,
    definition: distributed({
      One: task('f', {
        Output: '{% $states.result.Payload %}',
        Retry: [{ ErrorEquals: ['Once'], IntervalSeconds: 1 }],
      }),
    }),
    input: ['a', 'b'],
    functions: {
      f: (payload, call) =>
        call === 0 ? { kind: 'error', errorType: 'Once', errorMessage: '' } : echoes(payload, call),
    },
    fast: true,
    expected: { status: 'SUCCEEDED', output: ['a', 'b'] },
  },
];
