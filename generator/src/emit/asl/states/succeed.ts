import type { SucceedStep } from '../../../model/service.js';
import type { StateContext } from '../state-context.js';
import { commentOf } from '../text.js';
import type { PassState, SucceedState } from '../types.js';

/** A step that ends the execution well: by way of the state that publishes, where there is one. */
export function emitSucceed(step: SucceedStep, { afterScope }: StateContext): SucceedState | PassState {
  const comment = commentOf(step.description);
  return afterScope === undefined
    ? { Type: 'Succeed', ...comment }
    : { Type: 'Pass', ...comment, Next: afterScope };
}
