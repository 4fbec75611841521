import type { CallbackStep } from '../../../model/service.js';
import { emitCatch } from '../catch.js';
import { errorPayload } from '../error-payload.js';
import { invocation, unchanged, withSignals } from '../invocation.js';
import { emitRetry } from '../retry.js';
import { type StateContext, transitionTo } from '../state-context.js';
import { commentOf } from '../text.js';
import type { TaskState } from '../types.js';

/** A step whose function gives a token away; the state ends when somebody answers, and what is answered is its result. */
export function emitCallback(step: CallbackStep, context: StateContext): TaskState {
  const stepFlow = context.flow.steps.get(step.name);
  const more = { ...errorPayload(stepFlow), taskToken: '{% $states.context.Task.Token %}' };
  const signals = stepFlow?.signals ?? [];
  return {
    Type: 'Task',
    ...commentOf(step.description),
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    ...invocation(context, step.name, more),
    Output: signals.length > 0 ? withSignals('$states.result.signals') : unchanged,
    ...(step.answerTimeout === undefined ? {} : { TimeoutSeconds: step.answerTimeout }),
    ...(step.heartbeat === undefined ? {} : { HeartbeatSeconds: step.heartbeat }),
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, context),
    ...transitionTo(context, step.next),
  };
}
