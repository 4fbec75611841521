import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, type FunctionSource, startFixture } from '../lambda-fixture.js';

interface Case {
  readonly title: string;
  readonly fn: FunctionSource | string;
  readonly error?: string;
  readonly payload: unknown;
}

const cases: readonly Case[] = [
  {
    title: 'an async handler gets the event and a context',
    fn: `export const handler = async (event, context) => [event, context.functionName, context.memoryLimitInMB,
      context.invokedFunctionArn, context.getRemainingTimeInMillis() <= 20000, context.awsRequestId.length]`,
    payload: [{ a: 1 }, 'fn-0', '128', 'arn:aws:lambda:us-east-1:000000000000:function:fn-0', true, 36],
  },
  { title: 'a result of nothing is null', fn: 'export const handler = async () => {}', payload: null },
  { title: 'a plain result needs no promise', fn: 'export const handler = () => 7', payload: 7 },
  {
    title: 'a callback handler answers',
    fn: 'export const handler = (event, context, done) => { setImmediate(() => done(null, event.a)) }',
    payload: 1,
  },
  {
    title: 'a callback waits until the event loop is empty',
    fn: `const result = { steps: ['answered'] };
      export const handler = (event, context, done) => {
        setTimeout(() => result.steps.push('too late for the text, in time for the log') && console.log('done'), 1);
        done(null, result);
      }`,
    payload: { steps: ['answered'] },
  },
  {
    title: 'a callback may answer with an error',
    fn: 'export const handler = (event, context, done) => done(new RangeError("far"))',
    error: 'RangeError',
    payload: expect.objectContaining({ errorMessage: 'far' }),
  },
  {
    title: 'a thrown error keeps its name, message and trace',
    fn: `export const handler = async () => { throw Object.assign(new Error('no'), { name: 'OutputValidationError' }) }`,
    error: 'OutputValidationError',
    payload: { errorType: 'OutputValidationError', errorMessage: 'no', trace: expect.any(Array) },
  },
  {
    title: 'something else may be thrown',
    fn: `export const handler = async () => { throw 'text' }`,
    error: 'string',
    payload: { errorType: 'string', errorMessage: 'text', trace: [] },
  },
  {
    title: 'a result without JSON text is an error',
    fn: 'export const handler = async () => 1n',
    error: 'Runtime.JSONStringifyError',
    payload: expect.anything(),
  },
  {
    title: 'a result above 6 MB is an error',
    fn: `export const handler = async () => 'x'.repeat(6 * 1024 * 1024)`,
    error: 'Function.ResponseSizeTooLarge',
    payload: expect.anything(),
  },
  {
    title: 'a function that runs too long times out',
    fn: {
      source: 'export const handler = () => new Promise(() => setInterval(() => {}, 1000))',
      timeoutSeconds: 1,
    },
    error: 'Sandbox.Timedout',
    payload: {
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: [\w-]{36} Error: Task timed out after 1\.00 seconds$/),
    },
  },
  {
    title: 'a function that never lets go times out',
    fn: { source: 'export const handler = () => { for (;;); }', timeoutSeconds: 1 },
    error: 'Sandbox.Timedout',
    payload: expect.anything(),
  },
  {
    title: 'a promise that nothing can settle any more is an error at once',
    fn: 'export const handler = () => new Promise(() => {})',
    error: 'Runtime.NodeJsExit',
    payload: expect.anything(),
  },
  {
    title: 'process.exit ends the function alone',
    fn: 'export const handler = () => process.exit(3)',
    error: 'Runtime.ExitError',
    payload: expect.objectContaining({ errorMessage: expect.stringMatching(/exit status 3$/) }),
  },
  {
    title: 'a heap that is full ends the function alone',
    fn: {
      // One large allocation at the limit: what takes a whole process with it if it happens in a thread.
      source:
        'export const handler = () => { const map = new Map(); for (let i = 0; ; i++) map.set(i, { i }); }',
      memoryMb: 32,
    },
    error: 'Runtime.ExitError',
    payload: expect.objectContaining({ errorMessage: expect.stringMatching(/signal: aborted$/) }),
  },
  {
    title: 'an error outside of the handler is the invocation’s',
    fn: `export const handler = () => new Promise(() => setTimeout(() => { throw new TypeError('later') }, 1))`,
    error: 'TypeError',
    payload: expect.objectContaining({ errorMessage: 'later' }),
  },
  {
    title: 'a rejection that nobody handles is the invocation’s',
    fn: `export const handler = () => new Promise(() => { Promise.reject(new Error('lost')); setInterval(() => {}, 1000) })`,
    error: 'Runtime.UnhandledPromiseRejection',
    payload: expect.objectContaining({ errorMessage: 'lost' }),
  },
  {
    title: 'an error of the module’s own is reported by its name',
    fn: `throw new EvalError('at import')`,
    error: 'EvalError',
    payload: expect.objectContaining({ errorMessage: 'at import' }),
  },
  {
    title: 'a module that is missing at run time is an import error',
    fn: `require(['not', 'there'].join('-')); export const handler = 1`,
    error: 'Runtime.ImportModuleError',
    payload: expect.anything(),
  },
  {
    title: 'code that cannot be parsed is named so',
    fn: `new Function('return ('); export const handler = 1`,
    error: 'Runtime.UserCodeSyntaxError',
    payload: expect.anything(),
  },
  {
    title: 'a module without a handler is named so',
    fn: 'export const other = 1',
    error: 'Runtime.HandlerNotFound',
    payload: expect.anything(),
  },
];

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.apply(Object.fromEntries(cases.map(({ fn }, index) => [`fn-${index}`, fn])));
});

afterAll(() => fixture.close());

test.each(cases.map((given, index) => ({ ...given, name: `fn-${index}` })))('$title', async (given) => {
  const { status, functionError, payload } = await fixture.invoke(given.name, { a: 1 });
  expect(payload).toEqual(given.payload);
  expect(status).toBe(200);
  expect(functionError).toBe(given.error === undefined ? null : 'Unhandled');
  if (given.error !== undefined) expect(payload).toMatchObject({ errorType: given.error });
});

test('the lines that a function writes are logged under its name', () => {
  expect(fixture.lines).toContainEqual({ source: 'fn-4', stream: 'stdout', text: 'done' });
});
