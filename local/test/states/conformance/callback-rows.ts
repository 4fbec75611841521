import { alwaysFails, answers, echoes, hangs, machine, pages, pass, type Row, task } from './row.js';

const waitForAnswer = (more: Readonly<Record<string, unknown>> = {}) =>
  task('f', {
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}' } },
    ...more,
  });

/** Tasks that wait for an answer, as far as nobody answers; `callbacks.test.ts` answers. */
export const callbackRows: readonly Row[] = [
  {
    name: 'a callback that nobody answers times out after TimeoutSeconds',
    source: pages.patterns,
    definition: machine({ Ask: waitForAnswer({ TimeoutSeconds: 60 }) }),
    functions: { f: answers('asked') },
    fast: true,
    expected: {
      status: 'FAILED',
      error: 'States.Timeout',
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskSubmitted',
        'TaskTimedOut',
        'ExecutionFailed',
      ],
    },
  },
  {
    name: 'a callback without a sign of life fails with States.HeartbeatTimeout',
    source: pages.patterns,
    definition: machine({ Ask: waitForAnswer({ TimeoutSeconds: 9000, HeartbeatSeconds: 5 }) }),
    functions: { f: answers('asked') },
    fast: true,
    expected: { status: 'FAILED', error: 'States.HeartbeatTimeout' },
  },
  {
    name: 'HeartbeatSeconds counts while the request is under way',
    source: pages.task,
    definition: machine({ Ask: waitForAnswer({ HeartbeatSeconds: '{% 2 + 3 %}' }) }),
    functions: { f: hangs },
    fast: true,
    expected: { status: 'FAILED', error: 'States.HeartbeatTimeout' },
  },
  {
    name: 'a missed heartbeat is caught as States.Timeout',
    source: pages.errors,
    definition: machine({
      Ask: waitForAnswer({
        HeartbeatSeconds: 5,
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
        Next: 'Late',
      }),
      Late: pass('{% $states.input.Error %}'),
    }),
    functions: { f: answers('asked') },
    fast: true,
    expected: { status: 'SUCCEEDED', output: 'States.HeartbeatTimeout' },
  },
  {
    name: 'a request that fails ends the wait',
    source: pages.patterns,
    definition: machine({ Ask: waitForAnswer() }),
    functions: { f: alwaysFails('Refused') },
    expected: {
      status: 'FAILED',
      error: 'Refused',
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskFailed',
        'ExecutionFailed',
      ],
    },
  },
  {
    name: 'a task that waits for nobody has no token',
    source: pages.context,
    definition: machine({
      Call: task('f', {
        Arguments: { FunctionName: 'f', Payload: '{% $exists($states.context.Task) %}' },
        Output: '{% $states.result.Payload %}',
      }),
    }),
    functions: { f: echoes },
    expected: { status: 'SUCCEEDED', output: false },
  },
];
