import { answers, machine, pages, pass, type Row, scope, task } from './row.js';

/** A placeholder that nobody has replaced. */
const placeholder = ['$', '{NotReplaced}'].join('');

/** Variables, expressions and limits. */
export const dataRows: readonly Row[] = [
  {
    name: 'Assign and Output see the values from before the state',
    source: pages.variables,
    definition: machine({
      One: pass(undefined, { Assign: { x: 3, a: 6 }, Next: 'Two' }),
      Two: pass('{% $x %}', { Assign: { x: '{% $a %}', nextX: '{% $x %}' }, Next: 'Three' }),
      Three: pass(['{% $states.input %}', '{% $x %}', '{% $nextX %}']),
    }),
    expected: { status: 'SUCCEEDED', output: [3, 6, 3] },
  },
  {
    name: 'Assign sees the result of a task',
    source: pages.variables,
    definition: machine({
      Call: task('f', { Assign: { status: '{% $states.result.Payload.status %}' }, Next: 'End' }),
      End: { Type: 'Succeed', Output: '{% $status %}' },
    }),
    functions: { f: answers({ status: 'ok' }) },
    expected: { status: 'SUCCEEDED', output: 'ok' },
  },
  {
    name: 'inner scopes read outer variables, and theirs end with them',
    source: pages.variables,
    definition: machine({
      Begin: pass(undefined, { Assign: { outer: 1 }, Next: 'Both' }),
      Both: {
        Type: 'Parallel',
        Branches: [
          scope({
            A: pass(undefined, { Assign: { inner: '{% $outer + 1 %}' }, Next: 'A2' }),
            A2: pass('{% $inner %}'),
          }),
          scope({ B: pass('{% $exists($inner) %}') }),
        ],
        Next: 'End',
      },
      End: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $exists($inner) %}'] },
    }),
    expected: { status: 'SUCCEEDED', output: [[2, false], false] },
  },
  {
    name: 'Map and Parallel hand values out through their own Assign',
    source: pages.variables,
    definition: machine({
      Each: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: scope({ One: pass() }),
        Assign: { total: '{% $sum($states.result) %}' },
        Next: 'End',
      },
      End: { Type: 'Succeed', Output: '{% $total %}' },
    }),
    expected: { status: 'SUCCEEDED', output: 3 },
  },
  {
    name: 'only whole strings between {% and %} are expressions, at any depth',
    source: pages.jsonata,
    definition: machine({
      Only: pass({
        plain: '$states.input',
        padded: ' {% 1 %} ',
        placeholder,
        deep: [{ two: '{% 1 + 1 %}' }, null, true],
      }),
    }),
    expected: {
      status: 'SUCCEEDED',
      output: {
        plain: '$states.input',
        padded: ' {% 1 %} ',
        placeholder,
        deep: [{ two: 2 }, null, true],
      },
    },
  },
  {
    name: 'names that JavaScript knows are names like any other',
    source: pages.machine,
    definition: machine({
      constructor: pass({ ['__proto__']: '{% $states.input.toString %}' }, { Next: '__proto__' }),
      ['__proto__']: pass('{% $keys($states.input)[0] & $lookup($states.input, "__proto__") %}'),
    }),
    input: { toString: 'inert' },
    expected: { status: 'SUCCEEDED', output: '__proto__inert' },
  },
  {
    name: 'an expression without a value is a QueryEvaluationError that names field and expression',
    source: pages.jsonata,
    definition: machine({ Only: pass({ v: ['{% $states.input.absent %}'] }) }),
    expected: {
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression " +
        "'$states.input.absent' specified for the field 'Output/v[0]' returned nothing (undefined).",
    },
  },
  {
    name: 'a type error in an expression is a QueryEvaluationError',
    source: pages.jsonata,
    definition: machine({ Only: pass('{% 1 + "a" %}') }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'T2002' },
  },
  {
    name: 'an expression that returns a function is a QueryEvaluationError',
    source: pages.jsonata,
    definition: machine({ Only: pass({ f: '{% $uppercase %}' }) }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError' },
  },
  {
    name: 'object constructors leave out what has no value',
    source: pages.jsonata,
    definition: machine({ Only: pass("{% {'a': 1, 'b': $states.input.absent} %}") }),
    expected: { status: 'SUCCEEDED', output: { a: 1 } },
  },
  {
    name: '$partition, $range, $hash and $parse work as documented',
    source: pages.jsonata,
    definition: machine({
      Only: pass([
        '{% $partition([1..5], 2) %}',
        '{% $range(0, 10, 5) %}',
        '{% $range(3, 1, -1) %}',
        '{% $range(7, 7, 1) %}',
        '{% $partition([1..3], 2.9) %}',
        "{% $hash('input data', 'SHA-1') %}",
        `{% $parse('{"a":[1]}') %}`,
      ]),
    }),
    expected: {
      status: 'SUCCEEDED',
      output: [
        [[1, 2], [3, 4], [5]],
        [0, 5, 10],
        [3, 2, 1],
        7,
        [[1, 2], [3]],
        'aaff4a450a104cd177d28d18d74485e8cae074b7',
        { a: [1] },
      ],
    },
  },
  {
    name: '$random is repeatable with a seed, and $uuid makes a version 4 UUID',
    source: pages.jsonata,
    definition: machine({
      Only: pass([
        '{% $random(7) = $random(7) %}',
        '{% $random(7) >= 0 and $random(7) < 1 %}',
        '{% $random() < 1 %}',
        '{% $contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) %}',
      ]),
    }),
    expected: { status: 'SUCCEEDED', output: [true, true, true, true] },
  },
  ...['$partition([1], 0)', '$range(1, 3, -1)', "$hash('x')", '$partition([], 2)'].map((source) => ({
    name: `${source} has no value`,
    source: pages.jsonata,
    definition: machine({ Only: pass(`{% ${source} %}`) }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'returned nothing' } as const,
  })),
  {
    name: 'an expression can nest 100 levels',
    source: pages.jsonata,
    definition: machine({ Only: pass(`{% ${Array(100).fill(1).join('+')} %}`) }),
    expected: { status: 'SUCCEEDED', output: 100 },
  },
  {
    name: 'an expression cannot nest 101 levels, nor recurse for ever',
    source: pages.jsonata,
    definition: machine({ Only: pass('{% ($f := function($n) { 1 + $f($n) }; $f(1)) %}') }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError', cause: 'D1011' },
  },
  {
    name: '$eval is not there',
    source: pages.jsonata,
    definition: machine({ Only: pass("{% $eval('1') %}") }),
    expected: { status: 'FAILED', error: 'States.QueryEvaluationError' },
  },
  {
    name: 'the context object names execution, machine and state',
    source: pages.context,
    definition: machine({
      Here: pass([
        '{% $states.context.Execution.Input.a %}',
        '{% $contains($states.context.Execution.Id, ":execution:") %}',
        '{% $split($states.context.Execution.Id, ":")[-1] = $states.context.Execution.Name %}',
        '{% $contains($states.context.StateMachine.Id, ":stateMachine:" & $states.context.StateMachine.Name) %}',
        '{% $states.context.State.Name %}',
        '{% $states.context.Execution.StartTime <= $states.context.State.EnteredTime %}',
        '{% $states.context.Execution.RedriveCount %}',
        '{% $exists($states.context.Map) or $exists($states.context.Task) %}',
      ]),
    }),
    input: { a: 'in' },
    expected: { status: 'SUCCEEDED', output: ['in', true, true, true, 'Here', true, 0, false] },
  },
  {
    name: 'the execution input stays in the context inside a Map',
    source: pages.context,
    definition: machine({
      Each: {
        Type: 'Map',
        Items: [1],
        ItemProcessor: scope({ One: pass('{% $states.context.Execution.Input %}') }),
        End: true,
      },
    }),
    input: { whole: true },
    expected: { status: 'SUCCEEDED', output: [{ whole: true }] },
  },
  {
    name: 'an output of 256 KiB passes',
    source: pages.quotas,
    definition: machine({ Only: pass("{% $pad('', 262142, 'x') %}", { Next: 'End' }), End: pass('passed') }),
    expected: { status: 'SUCCEEDED', output: 'passed' },
  },
  {
    name: 'an output above 256 KiB fails the execution',
    source: pages.quotas,
    definition: machine({ Only: pass("{% $pad('', 262143, 'x') %}", { Next: 'End' }), End: pass('passed') }),
    expected: { status: 'FAILED', error: 'States.DataLimitExceeded', cause: "'Only'" },
  },
  {
    name: 'an input above 256 KiB fails the state that is given it',
    source: pages.errors,
    definition: machine({
      One: {
        Type: 'Parallel',
        Arguments: "{% $pad('', 262143, 'x') %}",
        Branches: [scope({ Inner: pass('never') })],
        End: true,
      },
    }),
    expected: { status: 'FAILED', error: 'States.DataLimitExceeded', cause: "'Inner'" },
  },
  {
    name: 'a history of 25,000 events ends the execution',
    source: pages.quotas,
    definition: machine({
      Choose: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Again' }], Default: 'Never' },
      Again: pass(undefined, { Next: 'Choose' }),
      Never: { Type: 'Succeed' },
    }),
    expected: { status: 'FAILED', error: 'States.Runtime', cause: '25000' },
  },
];
