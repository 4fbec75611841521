import type { FailStep } from '../../../model/service.js';
import { commentOf, inertText } from '../text.js';
import type { FailState } from '../types.js';

/** A step that ends the execution badly, or its branch. */
export function emitFail(step: FailStep): FailState {
  return {
    Type: 'Fail',
    ...commentOf(step.description),
    Error: inertText(step.error),
    ...(step.cause === undefined ? {} : { Cause: inertText(step.cause) }),
  };
}
