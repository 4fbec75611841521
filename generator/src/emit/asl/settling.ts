import { allStepsOf, compensateOf, isFunctionStep } from '../../model/all-steps.js';
import type { ParallelStep } from '../../model/service.js';
import { stateName } from './state-name.js';
import { expression } from './text.js';
import type { WaitState } from './types.js';

/** Name of the state that waits for functions of branches that were given up. */
export const settlingName = stateName('wait for branches');

/**
 * What a failed parallel step leaves in the state's data: the seconds for which functions of its branches may still be at work. Step
 * Functions gives branches up when a sibling fails, but no function that it has invoked, so that a step may complete after that.
 * Empty where none of them is compensated.
 */
export function lateBranches({ branches }: ParallelStep): string {
  const compensated = branches.flatMap(allStepsOf).filter((step) => compensateOf(step) !== undefined);
  if (compensated.length === 0) return '';
  const timeouts = compensated.filter(isFunctionStep).map(({ settings }) => settings.timeout);
  return `, 'settling': ${Math.max(...timeouts) + 1}`;
}

/**
 * JSONata: the state's data behind a parallel step, with what an inner parallel step left there that failed and was caught in its
 * branch. `data` where no inner one is caught, or none has compensated steps.
 */
export function withInnerSettling({ branches }: ParallelStep, data: string): string {
  const isLate = branches
    .flatMap(allStepsOf)
    .some((step) => step.kind === 'parallel' && step.catches.length > 0 && lateBranches(step) !== '');
  return isLate ? `$merge([${data}, {'settling': $max($states.result.settling)}])` : data;
}

/** The state that lets those functions come to their end, before it is looked for what they have done. */
export function settlingState(next: string): WaitState {
  return {
    Type: 'Wait',
    Comment: 'Functions of branches that were given up may still be at work.',
    Seconds: expression('$exists($states.input.settling) ? $states.input.settling : 0'),
    Next: next,
  };
}
