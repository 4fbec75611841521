import { machine, pages, pass, type Row } from './row.js';

/** Pass, Wait, Choice, Succeed and Fail. */
export const flowRows: readonly Row[] = [
  {
    name: 'Pass hands its input on',
    source: pages.pass,
    definition: machine({ Only: pass() }),
    input: { a: [null, 0, false, ''] },
    expected: {
      status: 'SUCCEEDED',
      output: { a: [null, 0, false, ''] },
      events: ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'],
    },
  },
  {
    name: 'a falsy Output is an output',
    source: pages.pass,
    definition: machine({ Only: pass(0) }),
    expected: { status: 'SUCCEEDED', output: 0 },
  },
  {
    name: 'a JSON scalar is an input',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html',
    definition: machine({ Only: pass('{% $states.input * 2 %}') }),
    input: 21,
    expected: { status: 'SUCCEEDED', output: 42 },
  },
  {
    name: 'Wait waits for seconds and hands its input on',
    source: pages.wait,
    definition: machine({ Pause: { Type: 'Wait', Seconds: 30, End: true } }),
    input: { a: 1 },
    fast: true,
    expected: {
      status: 'SUCCEEDED',
      output: { a: 1 },
      events: ['ExecutionStarted', 'WaitStateEntered', 'WaitStateExited', 'ExecutionSucceeded'],
    },
  },
  {
    name: 'Wait takes its seconds from an expression',
    source: pages.wait,
    definition: machine({
      Pause: { Type: 'Wait', Seconds: '{% $states.input.n %}', Output: 'over', End: true },
    }),
    input: { n: 2 },
    fast: true,
    expected: { status: 'SUCCEEDED', output: 'over' },
  },
  {
    name: 'Wait until a time that has passed goes on at once',
    source: pages.wait,
    definition: machine({ Pause: { Type: 'Wait', Timestamp: '2016-03-14T01:59:00Z', End: true } }),
    expected: { status: 'SUCCEEDED', output: {} },
  },
  {
    name: 'Wait refuses a time that is none',
    source: pages.wait,
    definition: machine({ Pause: { Type: 'Wait', Timestamp: '{% "tomorrow" %}', End: true } }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'Timestamp' },
  },
  {
    name: 'Choice goes to the first rule that holds, with its Output and Assign',
    source: pages.choice,
    definition: machine({
      Choose: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 9 %}', Next: 'Wrong' },
          {
            Condition: '{% $states.input.n > 1 %}',
            Next: 'Right',
            Output: { chosen: 1 },
            Assign: { by: 'rule' },
          },
          { Condition: '{% true %}', Next: 'Wrong' },
        ],
        Default: 'Wrong',
        Output: 'of Default',
        Assign: { by: 'default' },
      },
      Right: pass(['{% $states.input %}', '{% $by %}']),
      Wrong: { Type: 'Fail' },
    }),
    input: { n: 2 },
    expected: {
      status: 'SUCCEEDED',
      output: [{ chosen: 1 }, 'rule'],
      events: [
        'ExecutionStarted',
        'ChoiceStateEntered',
        'ChoiceStateExited',
        'PassStateEntered',
        'PassStateExited',
        'ExecutionSucceeded',
      ],
    },
  },
  {
    name: 'Choice goes to Default with its own Output and Assign',
    source: pages.choice,
    definition: machine({
      Choose: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.n > 1 %}', Next: 'Wrong' }],
        Default: 'Right',
        Output: 'of Default',
        Assign: { by: 'default' },
      },
      Right: pass(['{% $states.input %}', '{% $by %}']),
      Wrong: { Type: 'Fail' },
    }),
    input: { n: 1 },
    expected: { status: 'SUCCEEDED', output: ['of Default', 'default'] },
  },
  {
    name: 'Choice without a match and without Default fails with States.Runtime (States.NoChoiceMatched is reserved)',
    source: pages.errors,
    definition: machine({
      Choose: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'End' }] },
      End: { Type: 'Succeed' },
    }),
    expected: {
      status: 'FAILED',
      error: 'States.Runtime',
      cause:
        "An error occurred while executing the state 'Choose' (entered at the event id #2). " +
        'Failed to transition out of the state. The state does not point to a next state.',
    },
  },
  {
    name: 'a Condition that is no boolean is a QueryEvaluationError',
    source: pages.choice,
    definition: machine({
      Choose: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'End' }], Default: 'End' },
      End: { Type: 'Succeed' },
    }),
    expected: {
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: 'Choices[0]/Condition',
      events: ['ExecutionStarted', 'ChoiceStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
    },
  },
  {
    name: 'Succeed ends the execution with its Output',
    source: pages.succeed,
    definition: machine({ Done: { Type: 'Succeed', Output: { n: '{% $states.input.n + 1 %}' } } }),
    input: { n: 1 },
    expected: {
      status: 'SUCCEEDED',
      output: { n: 2 },
      events: ['ExecutionStarted', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'],
    },
  },
  {
    name: 'Fail ends the execution with error and cause, which can be expressions',
    source: pages.fail,
    definition: machine({
      Stop: { Type: 'Fail', Error: '{% "Err" & $states.input.n %}', Cause: '{% "because" %}' },
    }),
    input: { n: 1 },
    expected: {
      status: 'FAILED',
      error: 'Err1',
      cause: 'because',
      events: ['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'],
    },
  },
  {
    name: 'a loop over a Choice runs until its condition ends it',
    source: pages.variables,
    definition: machine({
      Begin: pass(undefined, { Assign: { i: 0 }, Next: 'Check' }),
      Check: { Type: 'Choice', Choices: [{ Condition: '{% $i < 5 %}', Next: 'More' }], Default: 'Done' },
      More: pass(undefined, { Assign: { i: '{% $i + 1 %}' }, Next: 'Check' }),
      Done: { Type: 'Succeed', Output: '{% $i %}' },
    }),
    expected: { status: 'SUCCEEDED', output: 5 },
  },
];
