import { machine, pass, scope, task } from '../conformance/row.js';
import type { Refusal } from './refusal.js';

/** Fields whose values cannot be used. */
export const wrongValues: readonly Refusal[] = [
  {
    name: 'an expression that does not parse, in each of two fields',
    definition: machine({ A: pass({ v: ['{% 1 + %}'] }, { Assign: { x: '{% ( %}' } }) }),
    says: ["'1 +' has a syntax error", '/States/A/Output/v[0]', '/States/A/Assign/x'],
  },
  ...[
    { expression: 'phone', says: "Reference to 'phone' at the top level is not supported." },
    { expression: '$.phone', says: "Reference to '$' at the top level is not supported." },
    { expression: '$states.input[$$.a = 1]', says: "Reference to '$$' is not supported." },
    { expression: '$map($states.input.a, function($x) { b })', says: "Reference to 'b' at the top level" },
    { expression: '$x + $count([y.z])', says: "Reference to 'y' at the top level" },
    { expression: '$states.errorOutput.Error', says: "Reference to '$states.errorOutput'" },
    { expression: "{'k': v}", says: "Reference to 'v' at the top level" },
  ].map(({ expression, says }) => ({
    name: `the expression ${expression}`,
    definition: machine({ A: pass({ v: `{% ${expression} %}` }) }),
    says: ['UNSUPPORTED_JSONATA_EXPRESSION', says, '/States/A/Output/v'],
  })),
  {
    name: 'a Condition that is no expression',
    definition: machine({
      C: { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'Done' }] },
      Done: { Type: 'Succeed' },
    }),
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
  {
    name: 'HeartbeatSeconds that are not less than TimeoutSeconds',
    definition: machine({ A: task('f', { TimeoutSeconds: 5, HeartbeatSeconds: 5 }) }),
    says: ['must be less than TimeoutSeconds', '/States/A/HeartbeatSeconds'],
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
      Done: { Type: 'Succeed' },
    }),
    says: ['in the last entry', '/States/A/Catch[0]/ErrorEquals'],
  },
  {
    name: 'ResultPath of a catcher',
    definition: machine({
      A: task('f', {
        Next: 'Done',
        Catch: [{ ErrorEquals: ['E'], Next: 'Done', ResultPath: '$.e' }],
      }),
      Done: { Type: 'Succeed' },
    }),
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
