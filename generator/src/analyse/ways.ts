import type { Pointer } from '../diagnostic.js';
import type { CatchRule, Step, StepKind } from '../model/service.js';

/** One way on from a step. */
export interface Way {
  /** A step of the same scope, or `undefined` for the scope's end. */
  readonly target: string | undefined;
  /** Where the target is written, or would be. */
  readonly at: Pointer;
}

/** The ways that a step may take when nothing fails. A kind that branches names its ways here, and nowhere else. */
export function waysOf(step: Step): Way[] {
  return ways[step.kind](step);
}

/** The ways that a step may take when it fails. */
export function catchWaysOf(step: Step): (Way & { readonly target: string })[] {
  const catches: readonly CatchRule[] = 'catches' in step ? step.catches : [];
  return catches.map(({ next, at }) => ({ target: next, at: [...at, 'next'] }));
}

const ways: Readonly<Record<StepKind, (step: Step) => Way[]>> = {
  task: onward,
  downstream: onward,
  callback: onward,
  asl: onward,
  parallel: onward,
  map: onward,
  wait: onward,
  choice: (step) => {
    if (step.kind !== 'choice') return [];
    const ruled = step.rules.map(({ next, at }) => ({ target: next, at: [...at, 'next'] }));
    return [...ruled, { target: step.otherwise, at: [...step.at, 'otherwise'] }];
  },
  succeed: ({ at }) => [{ target: undefined, at: [...at, 'succeed'] }],
  fail: () => [],
};

function onward(step: Step): Way[] {
  return 'next' in step ? [{ target: step.next, at: [...step.at, 'next'] }] : [];
}
