import type { CaughtError } from '../contract/event.js';
import { failureMessage } from './failure-message.js';

/**
 * What a step behind a catch reads as `error`: the failure that led there.
 *
 * @typeParam Step Names of the steps that can have failed.
 */
export interface StepError<Step extends string = string> {
  /** As `ErrorEquals` matches it: the name of the error that was thrown, or one of Step Functions' own. */
  readonly name: string;
  /** The message of the error that was thrown; of a child that was waited for, its error and message; else what Step Functions gives as the cause. May be empty. */
  readonly message: string;
  /** The step that failed. */
  readonly step: Step;
  /** Of a map, or of a step with a map inside: the iteration that failed first, and the step in it. */
  readonly iteration?: FailedIteration;
}

/** Where in a map something failed. */
export interface FailedIteration {
  /** From 0: that of the item, or of the batch of items. */
  readonly number: number;
  readonly step: string;
  /** In a map inside. */
  readonly inside?: FailedIteration;
}

/** Makes what a body reads from what the state machine caught. */
export function stepErrorOf({ name, cause, step }: CaughtError): StepError {
  const { iteration, message } = unwrap(cause);
  return { name, message, step, ...(iteration ? { iteration } : {}) };
}

interface Unwrapped {
  readonly message: string;
  readonly iteration?: FailedIteration;
}

/** An iteration of a map wraps the cause of its own failure; what is inside is a cause as any other. */
function unwrap(cause: string): Unwrapped {
  const { iteration, step, cause: inner } = fieldsOf(cause);
  if (typeof iteration !== 'number' || typeof step !== 'string' || typeof inner !== 'string') {
    return { message: failureMessage(cause) };
  }
  const within = unwrap(inner);
  const inside = within.iteration ? { inside: within.iteration } : {};
  return { message: within.message, iteration: { number: iteration, step, ...inside } };
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
