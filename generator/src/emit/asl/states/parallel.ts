import { outputOf } from '../../../model/all-steps.js';
import type { WorkflowFlow } from '../../../model/flow.js';
import type { Branch, ParallelStep, Scope, Step } from '../../../model/service.js';
import { emitCatch } from '../catch.js';
import { mergedWith } from '../invocation.js';
import { emitRetry } from '../retry.js';
import { lateBranches, withInnerSettling } from '../settling.js';
import { type StateContext, transitionTo } from '../state-context.js';
import { commentOf, expression, quotedName } from '../text.js';
import type { ParallelState } from '../types.js';

/** A step whose branches run at the same time; each is given the state's data, and all must end well. */
export function emitParallel(step: ParallelStep, context: StateContext): ParallelState {
  return {
    Type: 'Parallel',
    ...commentOf(step.description),
    Branches: step.branches.map((branch) => context.emitInner(branch, `end of ${step.name} ${branch.name}`)),
    Output: expression(withInnerSettling(step, mergedSignals(step.branches, context.flow))),
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, { ...context, more: lateBranches(step) }),
    ...transitionTo(context, step.next),
  };
}

/**
 * JSONata that takes from each branch the signals of the keys that it writes. The rest of what a branch hands back is what it was given,
 * which on a loop may be older than what another branch has written.
 */
function mergedSignals(branches: readonly Branch[], flow: WorkflowFlow): string {
  const groups = branches.flatMap((branch, index) =>
    signalKeys(branch, flow).map((key) => `'${key}': $states.result[${index}].signals.${quotedName(key)}`),
  );
  return groups.length === 0 ? '$states.input' : mergedWith(`{${groups.join(', ')}}`);
}

/** The output keys of a scope, and of those inside it, whose steps hand signals over. */
function signalKeys({ steps }: Scope, flow: WorkflowFlow): readonly string[] {
  return steps.flatMap((step: Step): readonly string[] => {
    if (step.kind === 'parallel') return step.branches.flatMap((branch) => signalKeys(branch, flow));
    const handsOver = (flow.steps.get(step.name)?.signals.length ?? 0) > 0;
    const output = outputOf(step);
    return handsOver && output !== undefined ? [output.key] : [];
  });
}
