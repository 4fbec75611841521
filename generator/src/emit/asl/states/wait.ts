import type { WaitStep, WaitTime } from '../../../model/service.js';
import { emitExpression, type StateContext, transitionTo } from '../state-context.js';
import { commentOf } from '../text.js';
import type { WaitState } from '../types.js';

/** A step that lets time pass. */
export function emitWait(step: WaitStep, context: StateContext): WaitState {
  return {
    Type: 'Wait',
    ...commentOf(step.description),
    ...timeOf(step.for, context),
    ...transitionTo(context, step.next),
  };
}

function timeOf(time: WaitTime, context: StateContext): Pick<WaitState, 'Seconds' | 'Timestamp'> {
  if (time.kind === 'seconds') {
    const { seconds } = time;
    return { Seconds: typeof seconds === 'number' ? seconds : emitExpression(context, seconds) };
  }
  const { until } = time;
  return { Timestamp: typeof until === 'string' ? until : emitExpression(context, until) };
}
