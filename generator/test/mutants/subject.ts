import type { Random } from '../front/random-flow.js';
import {
  compensationsOf,
  outputKey,
  type PlacedStep,
  type ScopeSpec,
  type Spec,
  scopesOf,
  stepsOf,
} from './spec.js';

export type Scope = PlacedStep;

/** What a mutation takes hold of: one workflow of a spec. */
export interface Subject {
  readonly spec: Spec;
  readonly random: Random;
  /** The outermost one first. */
  readonly scopes: readonly ScopeSpec[];
  readonly steps: readonly PlacedStep[];
  readonly compensations: readonly PlacedStep[];
  /** Output keys of the steps, and one that is none. */
  readonly keys: readonly string[];
  readonly items: readonly string[];
  /** What maps go over. */
  readonly lists: readonly string[];
}

/** Draws a workflow, rather one with more steps. */
export function subjectOf(spec: Spec, random: Random): Subject {
  const workflows = Object.values(spec.workflows ?? {});
  const workflow = random.pick(workflows.flatMap((one) => stepsOf(one).map(() => one)));
  const steps = stepsOf(workflow);
  return {
    spec,
    random,
    scopes: scopesOf(workflow),
    steps,
    compensations: stepsOf(compensationsOf(workflow)),
    keys: [...steps.flatMap(({ name, step }) => outputKey(name, step) ?? []), 'nobodys'],
    items: steps.flatMap(({ step }) => (step.map === undefined ? [] : (step.map.as ?? 'item'))),
    lists: steps.flatMap(({ step }) => step.map?.over ?? []),
  };
}

/** The scopes within a scope. */
export function scopeOf(scope: ScopeSpec): ScopeSpec[] {
  return scopesOf(scope).slice(1);
}
