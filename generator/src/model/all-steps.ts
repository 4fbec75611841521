import type { FunctionStep, MapStep, ParallelStep, Reference, Scope, Step, Workflow } from './service.js';

/** Every step of a scope in source order; those inside of another follow it. */
export function allStepsOf({ steps }: Scope): Step[] {
  return steps.flatMap((step) => [step, ...scopesIn(step).flatMap(allStepsOf)]);
}

/** Every step that has a name in a workflow: those of its scopes, then its compensations. */
export function namedStepsOf(workflow: Workflow): Step[] {
  return [...allStepsOf(workflow), ...workflow.compensations];
}

/** Every scope within a scope, itself included, in source order. */
export function allScopesOf(scope: Scope): Scope[] {
  return [scope, ...scope.steps.flatMap((step) => scopesIn(step).flatMap(allScopesOf))];
}

/** The maps around each step, outermost first; a step in none has an empty list. */
export function mapsAround(scope: Scope, around: readonly MapStep[] = []): Map<Step, readonly MapStep[]> {
  const entries = scope.steps.flatMap((step): (readonly [Step, readonly MapStep[]])[] => {
    const inside = step.kind === 'map' ? [...around, step] : around;
    return [[step, around], ...scopesIn(step).flatMap((inner) => [...mapsAround(inner, inside)])];
  });
  return new Map(entries);
}

/** Whether a Lambda function does the step, or some of it: an `asl` step has one where it reads or writes. */
export function isFunctionStep(step: Step): step is FunctionStep {
  if (step.kind === 'asl') return step.reads.length > 0 || step.output !== undefined;
  return step.kind === 'task' || step.kind === 'downstream' || step.kind === 'callback';
}

/** Whether the step may have `retry` and `catch`. */
export function isCatchingStep(step: Step): step is FunctionStep | ParallelStep | MapStep {
  return ['parallel', 'map', 'asl'].includes(step.kind) || isFunctionStep(step);
}

/** What the step writes; `undefined` where it writes nothing. */
export function outputOf(step: Step | undefined): FunctionStep['output'] {
  if (step === undefined) return undefined;
  return isFunctionStep(step) || step.kind === 'map' ? step.output : undefined;
}

/** The compensation that a step names. */
export function compensateOf(step: Step | undefined): Reference | undefined {
  return step?.kind === 'task' || step?.kind === 'downstream' ? step.compensate : undefined;
}

function scopesIn(step: Step): readonly Scope[] {
  if (step.kind === 'map') return [step];
  return step.kind === 'parallel' ? step.branches : [];
}
