import type { ChoiceStep } from '../../../model/service.js';
import { emitExpression, type StateContext, stateFor } from '../state-context.js';
import { commentOf } from '../text.js';
import type { ChoiceState } from '../types.js';

/** A step that goes where the first condition that holds says. */
export function emitChoice(step: ChoiceStep, context: StateContext): ChoiceState {
  return {
    Type: 'Choice',
    ...commentOf(step.description),
    Choices: step.rules.map(({ when, next }) => ({
      Condition: emitExpression(context, when),
      Next: stateFor(context, next),
    })),
    Default: stateFor(context, step.otherwise),
  };
}
