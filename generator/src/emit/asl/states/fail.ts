import type { FailStep } from '../../../model/service.js';
import type { StateContext } from '../state-context.js';
import { commentOf, expression, inertText, textLiteral } from '../text.js';
import type { FailState, PassState } from '../types.js';

/** A step that ends the execution badly, or its branch: by way of what runs on failures, where there is something. */
export function emitFail(step: FailStep, { onFailure }: StateContext): FailState | PassState {
  if (onFailure !== undefined) return failing(step, onFailure);
  return {
    Type: 'Fail',
    ...commentOf(step.description),
    Error: inertText(step.error),
    ...(step.cause === undefined ? {} : { Cause: inertText(step.cause) }),
  };
}

function failing({ name, description, error, cause = '' }: FailStep, next: string): PassState {
  const fields = `'name': ${textLiteral(error)}, 'cause': ${textLiteral(cause)}, 'step': '${name}'`;
  return {
    Type: 'Pass',
    ...commentOf(description),
    Output: expression(`$merge([$states.input, {'error': {${fields}}}])`),
    Next: next,
  };
}
