import type { FunctionStep, ParallelStep, Reference, Scope, Step, Workflow } from './service.js';

/** Every step of a scope in source order; those of branches follow the parallel step that they belong to. */
export function allStepsOf({ steps }: Scope): Step[] {
  return steps.flatMap((step) => [step, ...branchesOf(step).flatMap(allStepsOf)]);
}

/** Every step that has a name in a workflow: those of its scopes, then its compensations. */
export function namedStepsOf(workflow: Workflow): Step[] {
  return [...allStepsOf(workflow), ...workflow.compensations];
}

/** Every scope within a scope, itself included, in source order. */
export function allScopesOf(scope: Scope): Scope[] {
  return [scope, ...scope.steps.flatMap((step) => branchesOf(step).flatMap(allScopesOf))];
}

/** Whether a Lambda function does the step. */
export function isFunctionStep(step: Step): step is FunctionStep {
  return step.kind === 'task' || step.kind === 'downstream' || step.kind === 'callback';
}

/** Whether the step may have `retry` and `catch`. */
export function isCatchingStep(step: Step): step is FunctionStep | ParallelStep {
  return isFunctionStep(step) || step.kind === 'parallel';
}

/** What the step writes; `undefined` where it writes nothing. */
export function outputOf(step: Step | undefined): FunctionStep['output'] {
  return step !== undefined && isFunctionStep(step) ? step.output : undefined;
}

/** The compensation that a step names. */
export function compensateOf(step: Step | undefined): Reference | undefined {
  return step?.kind === 'task' || step?.kind === 'downstream' ? step.compensate : undefined;
}

function branchesOf(step: Step): readonly Scope[] {
  return step.kind === 'parallel' ? step.branches : [];
}
