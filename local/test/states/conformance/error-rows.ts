import { alwaysFails, answers, failsWith, hangs, machine, pages, pass, type Row, task } from './row.js';

const payloadOnly = '{% $states.result.Payload %}';
const caught = { Caught: pass('{% $states.input %}') };

/** Retry and Catch. */
export const errorRows: readonly Row[] = [
  {
    name: 'a retry calls the function again and shows as a further TaskScheduled',
    source: pages.errors,
    definition: machine({ Call: task('f', { Retry: [{ ErrorEquals: ['E'] }], Output: payloadOnly }) }),
    functions: { f: failsWith('E', 'E') },
    fast: true,
    expected: {
      status: 'SUCCEEDED',
      output: 'done',
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskFailed',
        'TaskScheduled',
        'TaskStarted',
        'TaskFailed',
        'TaskScheduled',
        'TaskStarted',
        'TaskSucceeded',
        'TaskStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'each retrier counts its own attempts, and one that is used up hands over to Catch',
    source: pages.errors,
    definition: machine({
      Call: task('f', {
        Retry: [
          { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
          { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }],
      }),
      ...caught,
    }),
    functions: { f: failsWith('ErrorA', 'ErrorB', 'ErrorC', 'ErrorB') },
    fast: true,
    expected: { status: 'SUCCEEDED', output: 'ErrorB' },
  },
  {
    name: 'MaxAttempts 0 never retries, even where a later retrier would match',
    source: pages.errors,
    definition: machine({
      Call: task('f', {
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
      }),
    }),
    functions: { f: failsWith('E') },
    expected: { status: 'FAILED', error: 'E' },
  },
  {
    name: 'States.TaskFailed matches a function error',
    source: pages.errors,
    definition: machine({
      Call: task('f', { Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }] }),
      ...caught,
    }),
    functions: { f: alwaysFails('Whatever', 'why') },
    expected: {
      status: 'SUCCEEDED',
      output: {
        Error: 'Whatever',
        Cause: JSON.stringify({ errorType: 'Whatever', errorMessage: 'why' }),
      },
    },
  },
  {
    name: 'States.TaskFailed does not match States.Timeout, States.Timeout does',
    source: pages.errors,
    definition: machine({
      Call: task('f', {
        TimeoutSeconds: 1,
        Catch: [
          { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
          { ErrorEquals: ['States.Timeout'], Next: 'Caught' },
        ],
      }),
      Wrong: { Type: 'Fail', Error: 'Wrong' },
      ...caught,
    }),
    functions: { f: hangs },
    fast: true,
    expected: { status: 'SUCCEEDED', output: { Error: 'States.Timeout', Cause: '' } },
  },
  {
    name: 'the time-out of a function is an error of the function',
    source: pages.errors,
    definition: machine({
      Call: task('f', { Catch: [{ ErrorEquals: ['Sandbox.Timedout'], Next: 'Caught', Output: 'seen' }] }),
      ...caught,
    }),
    functions: { f: alwaysFails('Sandbox.Timedout', 'Task timed out after 3.00 seconds') },
    expected: { status: 'SUCCEEDED', output: 'seen' },
  },
  {
    name: 'Catch sees the state input and the error output, and assigns',
    source: pages.jsonata,
    definition: machine({
      Call: task('f', {
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Next: 'Caught',
            Output: { was: '{% $states.input %}', error: '{% $states.errorOutput.Error %}' },
            Assign: { failed: '{% $states.errorOutput.Error %}' },
          },
        ],
      }),
      Caught: pass(['{% $states.input %}', '{% $failed %}']),
    }),
    input: { a: 1 },
    functions: { f: alwaysFails('E') },
    expected: { status: 'SUCCEEDED', output: [{ was: { a: 1 }, error: 'E' }, 'E'] },
  },
  {
    name: 'States.ALL does not catch States.DataLimitExceeded, its own name does',
    source: pages.errors,
    definition: machine({
      Call: task('f', {
        Catch: [
          { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
          { ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught', Output: 'named' },
        ],
      }),
      Wrong: { Type: 'Fail', Error: 'Wrong' },
      ...caught,
    }),
    functions: { f: answers('x'.repeat(262_145)) },
    expected: { status: 'SUCCEEDED', output: 'named' },
  },
  {
    name: 'States.Runtime is never caught',
    source: pages.errors,
    definition: machine({
      Call: task('f', {
        Arguments: '{% {} %}',
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        Catch: [
          { ErrorEquals: ['States.Runtime'], Next: 'Wrong' },
          { ErrorEquals: ['States.ALL'], Next: 'Wrong' },
        ],
      }),
      Wrong: pass('caught'),
    }),
    functions: { f: answers(1) },
    expected: { status: 'FAILED', error: 'States.Runtime' },
  },
  {
    name: 'an expression that fails can be retried and caught',
    source: pages.jsonata,
    definition: machine({
      Call: task('f', {
        Output: '{% $states.result.Payload.absent %}',
        Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }],
      }),
      ...caught,
    }),
    functions: { f: answers({}) },
    fast: true,
    expected: {
      status: 'SUCCEEDED',
      output: 'States.QueryEvaluationError',
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskSucceeded',
        'EvaluationFailed',
        'TaskScheduled',
        'TaskStarted',
        'TaskSucceeded',
        'EvaluationFailed',
        'TaskStateExited',
        'PassStateEntered',
        'PassStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'an error that no catcher names fails the execution',
    source: pages.errors,
    definition: machine({
      Call: task('f', { Catch: [{ ErrorEquals: ['Other'], Next: 'Caught' }] }),
      ...caught,
    }),
    functions: { f: alwaysFails('E') },
    expected: { status: 'FAILED', error: 'E' },
  },
];
