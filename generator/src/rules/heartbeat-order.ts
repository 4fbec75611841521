import { errorAt } from '../diagnostic.js';
import { allSteps, type Rule } from './rule.js';

/**
 * Step Functions wants the heartbeat of a task to be shorter than its time-out.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export const heartbeatOrder: Rule = ({ service }) =>
  allSteps(service).flatMap(({ step }) => {
    if (step.kind !== 'callback' || step.heartbeat === undefined || step.answerTimeout === undefined)
      return [];
    if (step.heartbeat < step.answerTimeout) return [];
    const message = `The heartbeat of ${step.heartbeat} seconds is not shorter than the time-out of ${step.answerTimeout}. It should be, or be left out.`;
    return [errorAt('heartbeat-order', [...step.at, 'callback', 'heartbeat'], message)];
  });
