import { alwaysFails, failsWith, hangs, machine, pages, pass, type Row, scope, task } from './row.js';

const payloadOnly = '{% $states.result.Payload %}';

/** Parallel. */
export const parallelRows: readonly Row[] = [
  {
    name: 'Parallel gives each branch the input and returns their outputs in order',
    source: pages.parallel,
    definition: machine({
      Both: {
        Type: 'Parallel',
        Branches: [
          scope({ Slow: { Type: 'Wait', Seconds: 9, Next: 'A' }, A: pass('{% $states.input.n %}') }),
          scope({ B: pass('b') }),
        ],
        End: true,
      },
    }),
    input: { n: 1 },
    fast: true,
    expected: { status: 'SUCCEEDED', output: [1, 'b'] },
  },
  {
    name: 'Parallel hands its Arguments to the branches, and Output sees the result',
    source: pages.parallel,
    definition: machine({
      One: {
        Type: 'Parallel',
        Arguments: { x: '{% $states.input.n + 1 %}' },
        Branches: [scope({ A: pass('{% $states.input.x %}') })],
        Output: '{% $sum($states.result) + $states.input.n %}',
        End: true,
      },
    }),
    input: { n: 1 },
    expected: {
      status: 'SUCCEEDED',
      output: 3,
      events: [
        'ExecutionStarted',
        'ParallelStateEntered',
        'ParallelStateStarted',
        'PassStateEntered',
        'PassStateExited',
        'ParallelStateSucceeded',
        'ParallelStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'a branch that fails gives the others up and fails the Parallel under its own error',
    source: pages.parallel,
    definition: machine({
      Both: {
        Type: 'Parallel',
        Branches: [scope({ Hang: task('hang') }), scope({ Fail: task('fail') })],
        Catch: [{ ErrorEquals: ['E'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }],
        End: true,
      },
      Caught: pass(),
    }),
    functions: { hang: hangs, fail: alwaysFails('E') },
    expected: {
      status: 'SUCCEEDED',
      output: 'E',
      events: [
        'ExecutionStarted',
        'ParallelStateEntered',
        'ParallelStateStarted',
        'TaskStateEntered',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskScheduled',
        'TaskStarted',
        'TaskFailed',
        'TaskStateAborted',
        'TaskStateAborted',
        'ParallelStateFailed',
        'ParallelStateExited',
        'PassStateEntered',
        'PassStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'Parallel is retried as a whole',
    source: pages.parallel,
    definition: machine({
      One: {
        Type: 'Parallel',
        Branches: [scope({ A: task('f', { Output: payloadOnly }) })],
        Retry: [{ ErrorEquals: ['E'] }],
        End: true,
      },
    }),
    functions: { f: failsWith('E') },
    fast: true,
    expected: { status: 'SUCCEEDED', output: ['done'] },
  },
];
