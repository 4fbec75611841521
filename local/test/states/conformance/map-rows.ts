import { echoes, machine, pages, pass, type Row, scope, task } from './row.js';

const payloadOnly = '{% $states.result.Payload %}';

/** Inline Map. */
export const mapRows: readonly Row[] = [
  {
    name: 'Map runs over its input and keeps the order',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 1,
        ItemProcessor: scope({ One: pass('{% $states.input * 2 %}') }),
        End: true,
      },
    }),
    input: [1, 2],
    expected: {
      status: 'SUCCEEDED',
      output: [2, 4],
      events: [
        'ExecutionStarted',
        'MapStateEntered',
        'MapStateStarted',
        'MapIterationStarted',
        'PassStateEntered',
        'PassStateExited',
        'MapIterationSucceeded',
        'MapIterationStarted',
        'PassStateEntered',
        'PassStateExited',
        'MapIterationSucceeded',
        'MapStateSucceeded',
        'MapStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'Items and ItemSelector see the state input and the item',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        Items: '{% $states.input.list %}',
        ItemSelector: {
          i: '{% $states.context.Map.Item.Index %}',
          v: '{% $states.context.Map.Item.Value %}',
          all: '{% $count($states.input.list) %}',
        },
        ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...scope({ One: pass() }) },
        Output: { got: '{% $states.result %}' },
        End: true,
      },
    }),
    input: { list: ['a', 'b'] },
    expected: {
      status: 'SUCCEEDED',
      output: {
        got: [
          { i: 0, v: 'a', all: 2 },
          { i: 1, v: 'b', all: 2 },
        ],
      },
    },
  },
  {
    name: 'a Map over nothing succeeds with nothing',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        Items: '{% $states.input.list %}',
        ItemProcessor: scope({ One: { Type: 'Fail' } }),
        End: true,
      },
    }),
    input: { list: [] },
    expected: { status: 'SUCCEEDED', output: [] },
  },
  {
    name: 'Items can be written out, with expressions',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        Items: [1, '{% $states.input.two %}'],
        ItemProcessor: scope({ One: pass() }),
        End: true,
      },
    }),
    input: { two: 2 },
    expected: { status: 'SUCCEEDED', output: [1, 2] },
  },
  {
    name: 'Items that are no array are a QueryEvaluationError',
    source: pages.map,
    definition: machine({
      Each: { Type: 'Map', Items: '{% "x" %}', ItemProcessor: scope({ One: pass() }), End: true },
    }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'Items' },
  },
  {
    name: 'an iteration that fails gives the others up and fails the Map under its own error',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 2,
        ItemProcessor: scope({ One: task('f') }),
        End: true,
      },
    }),
    input: ['hang', 'fail', 'never started'],
    functions: {
      f: (payload) => (payload === 'hang' ? 'never' : { kind: 'error', errorType: 'E', errorMessage: '' }),
    },
    expected: {
      status: 'FAILED',
      error: 'E',
      events: [
        'ExecutionStarted',
        'MapStateEntered',
        'MapStateStarted',
        'MapIterationStarted',
        'MapIterationStarted',
        'TaskStateEntered',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskScheduled',
        'TaskStarted',
        'TaskFailed',
        'MapIterationFailed',
        'TaskStateAborted',
        'MapIterationAborted',
        'TaskStateAborted',
        'MapStateFailed',
        'ExecutionFailed',
      ],
    },
  },
  {
    name: 'a Map inside a Map keeps both orders, and the inner item is the one in the context',
    source: pages.map,
    definition: machine({
      Outer: {
        Type: 'Map',
        ItemProcessor: scope({
          Inner: {
            Type: 'Map',
            ItemProcessor: scope({
              One: pass('{% $string($states.context.Map.Item.Index) & ":" & $states.input %}'),
            }),
            Next: 'After',
          },
          After: pass({ i: '{% $states.context.Map.Item.Index %}', list: '{% $states.input %}' }),
        }),
        End: true,
      },
    }),
    input: [['a', 'b'], ['c']],
    expected: {
      status: 'SUCCEEDED',
      output: [
        { i: 0, list: ['0:a', '1:b'] },
        { i: 1, list: ['0:c'] },
      ],
    },
  },
  {
    name: 'an iteration catches its own error and the Map goes on',
    source: pages.map,
    definition: machine({
      Each: {
        Type: 'Map',
        ItemProcessor: scope({
          One: task('f', {
            Output: payloadOnly,
            Catch: [{ ErrorEquals: ['E'], Next: 'Instead' }],
          }),
          Instead: pass('instead'),
        }),
        End: true,
      },
    }),
    input: ['ok', 'fail'],
    functions: {
      f: (payload, call) =>
        payload === 'fail' ? { kind: 'error', errorType: 'E', errorMessage: '' } : echoes(payload, call),
    },
    expected: { status: 'SUCCEEDED', output: ['ok', 'instead'] },
  },
];
