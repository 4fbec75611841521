import { allStepsOf, compensateOf, isFunctionStep } from '../../model/all-steps.js';
import type { MapStep, ParallelStep, Step } from '../../model/service.js';
import { stateName } from './state-name.js';
import { expression } from './text.js';
import type { WaitState } from './types.js';

/** Name of the state that waits for functions of branches that were given up. */
export const settlingName = stateName('wait for branches');

/**
 * What a failed parallel step, or a failed map, leaves in the state's data: the seconds for which functions of its branches may still be at work. Step
 * Functions gives branches up when a sibling fails, but no function that it has invoked, so that a step may complete after that.
 * Empty where none of them is compensated.
 */
export function lateBranches(step: ParallelStep | MapStep): string {
  const seconds = settlingSeconds(step);
  return seconds === 0 ? '' : `, 'settling': ${seconds}`;
}

function settlingSeconds(step: ParallelStep | MapStep): number {
  const compensated = innerSteps(step).filter((inner) => compensateOf(inner) !== undefined);
  const timeouts = compensated.filter(isFunctionStep).map(({ settings }) => settings.timeout + 1);
  return Math.max(0, ...timeouts);
}

function innerSteps(step: ParallelStep | MapStep): readonly Step[] {
  return (step.kind === 'map' ? [step] : step.branches).flatMap(allStepsOf);
}

/** Whether functions of a step inside may still be at work though that failed and was caught there. */
function caughtInside(step: ParallelStep | MapStep): readonly (ParallelStep | MapStep)[] {
  return innerSteps(step).flatMap((inner) => {
    const isScope = inner.kind === 'parallel' || inner.kind === 'map';
    return isScope && inner.catches.length > 0 && settlingSeconds(inner) > 0 ? [inner] : [];
  });
}

/**
 * JSONata: the state's data behind a parallel step, with what an inner parallel step left there that failed and was caught in its
 * branch. `data` where no inner one is caught, or none has compensated steps.
 */
export function withInnerSettling(step: ParallelStep, data: string): string {
  return caughtInside(step).length > 0
    ? `$merge([${data}, {'settling': $max($states.result.settling)}])`
    : data;
}

/** As `withInnerSettling`, behind a map: of its iterations nothing is handed back, so that the longest time is taken. */
export function withIterationSettling(step: MapStep, data: string): string {
  const seconds = Math.max(0, ...caughtInside(step).map(settlingSeconds));
  return seconds === 0 ? data : `$merge([${data}, {'settling': ${seconds}}])`;
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
