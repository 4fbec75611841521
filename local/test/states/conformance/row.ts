import type { InvocationResult } from '../../../src/invocation.js';

/** What a function answers; `call` counts from 0. `never` keeps the caller waiting. */
export type FunctionBehaviour = (payload: unknown, call: number) => InvocationResult | 'never';

/** One case of the conformance table. */
export interface Row {
  readonly name: string;
  /** The page of AWS's documentation that says so. */
  readonly source: string;
  readonly definition: object;
  /** Default: `{}`. */
  readonly input?: unknown;
  /** By function name. A row with functions, or with `fast`, runs only in this process. */
  readonly functions?: Readonly<Record<string, FunctionBehaviour>>;
  /** Whether the row needs time to run faster than it does. */
  readonly fast?: true;
  readonly expected: Expected;
}

/** How the execution of a row ends. */
export interface Expected {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly output?: unknown;
  readonly error?: string;
  /** A part of the cause. */
  readonly cause?: string;
  /** The types of the events, in order. */
  readonly events?: readonly string[];
}

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg';

/** The pages that the rows come from. */
export const pages = {
  task: `${guide}/state-task.html`,
  lambda: `${guide}/connect-lambda.html`,
  patterns: `${guide}/connect-to-resource.html`,
  pass: `${guide}/state-pass.html`,
  wait: `${guide}/state-wait.html`,
  choice: `${guide}/state-choice.html`,
  succeed: `${guide}/state-succeed.html`,
  fail: `${guide}/state-fail.html`,
  parallel: `${guide}/state-parallel.html`,
  map: `${guide}/state-map-inline.html`,
  distributed: `${guide}/state-map-distributed.html`,
  batcher: `${guide}/input-output-itembatcher.html`,
  errors: `${guide}/concepts-error-handling.html`,
  variables: `${guide}/workflow-variables.html`,
  jsonata: `${guide}/transforming-data.html`,
  context: `${guide}/input-output-contextobject.html`,
  machine: `${guide}/statemachine-structure.html`,
  quotas: `${guide}/service-quotas.html`,
} as const;

/** A JSONata machine that begins with its first state. */
export function machine(states: Readonly<Record<string, object>>, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
}

/** States that begin with the first of them: a branch, or an item processor. */
export function scope(states: Readonly<Record<string, object>>): object {
  return { StartAt: Object.keys(states)[0], States: states };
}

/** A task that calls a function with a payload and ends its scope, unless told otherwise. */
export function task(functionName: string, more: Readonly<Record<string, unknown>> = {}): object {
  const end = 'Next' in more ? {} : { End: true };
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: {
      FunctionName: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
      Payload: '{% $states.input %}',
    },
    ...end,
    ...more,
  };
}

/** A Pass state that ends its scope with an output, unless told otherwise. */
export function pass(output?: unknown, more: Readonly<Record<string, unknown>> = {}): object {
  const end = 'Next' in more ? {} : { End: true };
  return { Type: 'Pass', ...(output === undefined ? {} : { Output: output }), ...end, ...more };
}

/** A function that answers a value. */
export function answers(value: unknown): FunctionBehaviour {
  return () => ({ kind: 'success', payload: JSON.stringify(value) });
}

/** A function that answers what it was given. */
export const echoes: FunctionBehaviour = (payload) => ({ kind: 'success', payload: JSON.stringify(payload) });

/** A function that fails with each of the errors in turn and then answers `"done"`. */
export function failsWith(...errors: readonly string[]): FunctionBehaviour {
  return (_payload, call) => {
    const errorType = errors[call];
    return errorType === undefined
      ? { kind: 'success', payload: '"done"' }
      : { kind: 'error', errorType, errorMessage: 'as told' };
  };
}

/** A function that fails each time. */
export function alwaysFails(errorType: string, errorMessage = 'as told'): FunctionBehaviour {
  return () => ({ kind: 'error', errorType, errorMessage });
}

/** A function that never answers. */
export const hangs: FunctionBehaviour = () => 'never';
