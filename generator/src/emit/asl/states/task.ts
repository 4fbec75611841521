import type { DownstreamStep, TaskStep } from '../../../model/service.js';
import { emitCatch } from '../catch.js';
import { errorPayload } from '../error-payload.js';
import { invocation, unchanged, withSignals } from '../invocation.js';
import { emitRetry } from '../retry.js';
import { handsOverSignals, type StateContext, transitionTo } from '../state-context.js';
import { commentOf } from '../text.js';
import type { TaskState } from '../types.js';

/** A step whose function does all its work: a task, or the start of a child. */
export function emitTask(step: TaskStep | DownstreamStep, context: StateContext): TaskState {
  const { flow } = context;
  const stepFlow = flow.steps.get(step.name);
  return {
    Type: 'Task',
    ...commentOf(step.description),
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, step.name, errorPayload(stepFlow)),
    Output: handsOverSignals(step.name, flow) ? withSignals('$states.result.Payload.signals') : unchanged,
    // One second more than the function has, so that the function's own time-out is what is reported.
    TimeoutSeconds: step.settings.timeout + 1,
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, context),
    ...transitionTo(context, step.next),
  };
}
