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
}

/** Makes what a body reads from what the state machine caught. */
export function stepErrorOf({ name, cause, step }: CaughtError): StepError {
  return { name, message: failureMessage(cause), step };
}
