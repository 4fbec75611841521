import type { FunctionStep, ParallelStep, Scope, Step } from './service.js';

/** Every step of a scope in source order; those of branches follow the parallel step that they belong to. */
export function allStepsOf({ steps }: Scope): Step[] {
  return steps.flatMap((step) => [step, ...branchesOf(step).flatMap(allStepsOf)]);
}

/** Every scope within a scope, itself included, in source order. */
export function allScopesOf(scope: Scope): Scope[] {
  return [scope, ...scope.steps.flatMap((step) => branchesOf(step).flatMap(allScopesOf))];
}

/** Whether a Lambda function does the step, or some of it: an `asl` step has one where it reads or writes. */
export function isFunctionStep(step: Step): step is FunctionStep {
  if (step.kind === 'asl') return step.reads.length > 0 || step.output !== undefined;
  return step.kind === 'task' || step.kind === 'downstream' || step.kind === 'callback';
}

/** Whether the step may have `retry` and `catch`. */
export function isCatchingStep(step: Step): step is FunctionStep | ParallelStep {
  return step.kind === 'parallel' || step.kind === 'asl' || isFunctionStep(step);
}

/** What the step writes; `undefined` where it writes nothing. */
export function outputOf(step: Step | undefined): FunctionStep['output'] {
  return step !== undefined && isFunctionStep(step) ? step.output : undefined;
}

function branchesOf(step: Step): readonly Scope[] {
  return step.kind === 'parallel' ? step.branches : [];
}
