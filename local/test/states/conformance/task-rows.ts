import { alwaysFails, answers, echoes, hangs, machine, pages, pass, type Row, scope, task } from './row.js';

const payloadOnly = '{% $states.result.Payload %}';

/** Tasks: calls, results, time-outs. */
export const taskRows: readonly Row[] = [
  {
    name: 'a task calls its function with the payload and its result is the answer of the call',
    source: pages.lambda,
    definition: machine({ Call: task('echo', { Output: '{% $keys($states.result) %}' }) }),
    input: { a: 1 },
    functions: { echo: echoes },
    expected: {
      status: 'SUCCEEDED',
      output: ['ExecutedVersion', 'Payload', 'SdkHttpMetadata', 'SdkResponseMetadata', 'StatusCode'],
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskSucceeded',
        'TaskStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'the payload of the answer is parsed JSON',
    source: pages.lambda,
    definition: machine({ Call: task('f', { Output: '{% $states.result.Payload.list[1] %}' }) }),
    functions: { f: answers({ list: [10, 20] }) },
    expected: { status: 'SUCCEEDED', output: 20 },
  },
  {
    name: 'Output can keep the state input and drop the result',
    source: pages.jsonata,
    definition: machine({ Call: task('f', { Output: '{% $states.input %}' }) }),
    input: { processData: '0x1' },
    functions: { f: answers('dropped') },
    expected: { status: 'SUCCEEDED', output: { processData: '0x1' } },
  },
  {
    name: 'a function error has its type as error name and a JSON text as cause',
    source: pages.errors,
    definition: machine({ Call: task('f') }),
    functions: { f: alwaysFails('CustomError', 'no luck') },
    expected: {
      status: 'FAILED',
      error: 'CustomError',
      cause: JSON.stringify({ errorType: 'CustomError', errorMessage: 'no luck' }),
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
    name: 'a function that is not there fails with the error of the Lambda service',
    source: pages.lambda,
    definition: machine({ Call: task('missing') }),
    functions: {},
    expected: { status: 'FAILED', error: 'Lambda.ResourceNotFoundException', cause: 'Function not found' },
  },
  {
    name: 'an error without a type is Lambda.Unknown',
    source: pages.errors,
    definition: machine({ Call: task('f') }),
    functions: { f: alwaysFails('') },
    expected: { status: 'FAILED', error: 'Lambda.Unknown' },
  },
  {
    name: 'a task that outlives TimeoutSeconds fails with States.Timeout',
    source: pages.task,
    definition: machine({ Call: task('f', { TimeoutSeconds: 5 }) }),
    functions: { f: hangs },
    fast: true,
    expected: {
      status: 'FAILED',
      error: 'States.Timeout',
      events: [
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskTimedOut',
        'ExecutionFailed',
      ],
    },
  },
  {
    name: 'TimeoutSeconds can be an expression',
    source: pages.jsonata,
    definition: machine({ Call: task('f', { TimeoutSeconds: '{% $states.input.limit %}' }) }),
    input: { limit: 2 },
    functions: { f: hangs },
    fast: true,
    expected: { status: 'FAILED', error: 'States.Timeout' },
  },
  {
    name: 'the longest TimeoutSeconds does not overflow a timer',
    source: pages.task,
    definition: machine({ Call: task('f', { TimeoutSeconds: 99_999_999, Output: payloadOnly }) }),
    functions: { f: answers('ok') },
    expected: { status: 'SUCCEEDED', output: 'ok' },
  },
  {
    name: 'a TimeoutSeconds that is no integer is a QueryEvaluationError',
    source: pages.jsonata,
    definition: machine({ Call: task('f', { TimeoutSeconds: '{% "soon" %}' }) }),
    functions: { f: answers('ok') },
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'TimeoutSeconds' },
  },
  {
    name: 'an execution that outlives the machine’s TimeoutSeconds is TIMED_OUT',
    source: pages.machine,
    definition: machine({ Call: task('f') }, { TimeoutSeconds: 5 }),
    functions: { f: hangs },
    fast: true,
    expected: {
      status: 'TIMED_OUT',
      events: ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'ExecutionTimedOut'],
    },
  },
  {
    name: 'InvocationType Event does not wait for the function',
    source: pages.lambda,
    definition: machine({
      Call: task('f', {
        Arguments: { FunctionName: 'f', InvocationType: 'Event' },
        Output: '{% $states.result.StatusCode %}',
      }),
    }),
    functions: { f: hangs },
    expected: { status: 'SUCCEEDED', output: 202 },
  },
  {
    name: 'arguments can be one expression',
    source: pages.jsonata,
    definition: machine({
      Call: task('f', { Arguments: "{% {'FunctionName': 'f', 'Payload': 7} %}", Output: payloadOnly }),
    }),
    functions: { f: echoes },
    expected: { status: 'SUCCEEDED', output: 7 },
  },
  {
    name: 'a result above the payload limit fails the task',
    source: pages.quotas,
    definition: machine({ Call: task('f', { Output: 'small', Retry: [{ ErrorEquals: ['States.ALL'] }] }) }),
    functions: { f: answers('x'.repeat(262_145)) },
    expected: { status: 'FAILED', error: 'States.DataLimitExceeded' },
  },
  {
    name: 'QueryLanguage can be set on the state alone',
    source: pages.jsonata,
    definition: {
      ...scope({
        Only: pass('{% 1 + 1 %}', { QueryLanguage: 'JSONata' }),
      }),
    },
    expected: { status: 'SUCCEEDED', output: 2 },
  },
];
