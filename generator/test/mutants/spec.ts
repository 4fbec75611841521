import type { RawSpec } from '../../src/resolve/raw.js';

type Mutable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> } : Value;

/** A workflow.yaml as it was parsed, to be changed. */
export type Spec = Mutable<RawSpec>;
export type WorkflowSpec = NonNullable<Spec['workflows']>[string];
export type StepsSpec = NonNullable<WorkflowSpec['steps']>;
export type StepSpec = NonNullable<StepsSpec[string]>;
export type Schema = boolean | { [keyword: string]: unknown };

/** Whatever holds steps: a workflow, a branch, a map. */
export interface ScopeSpec {
  steps?: StepsSpec;
}

/** A step and where it stands. */
export interface PlacedStep {
  readonly name: string;
  readonly step: StepSpec;
  readonly scope: ScopeSpec;
}

/** The scopes directly within a step. */
export function scopesWithin({ parallel = {}, map }: StepSpec): ScopeSpec[] {
  return map === undefined ? Object.values(parallel) : [map];
}

/** A scope and every one within it. */
export function scopesOf(scope: ScopeSpec): ScopeSpec[] {
  const steps = Object.values(scope.steps ?? {});
  return [scope, ...steps.flatMap((step) => scopesWithin(step ?? {}).flatMap(scopesOf))];
}

/** Every step of a scope, those within it included. A step that is left empty becomes one that can be changed. */
export function stepsOf(scope: ScopeSpec): PlacedStep[] {
  return Object.entries(scope.steps ?? {}).flatMap(([name, written]) => {
    const step = written ?? {};
    if (scope.steps !== undefined) scope.steps[name] = step;
    return [{ name, step, scope }, ...scopesWithin(step).flatMap(stepsOf)];
  });
}

/** The steps of a workflow and its compensations. */
export function namedSteps(workflow: WorkflowSpec): PlacedStep[] {
  return [...stepsOf(workflow), ...stepsOf(compensationsOf(workflow))];
}

/** The compensations as a scope of their own. */
export function compensationsOf({ compensations = {} }: WorkflowSpec): ScopeSpec {
  return { steps: compensations };
}

/** What a step writes to; `undefined` where it writes nothing. */
export function outputKey(name: string, step: StepSpec): string | undefined {
  const { output, asl } = step;
  const writes = ['choice', 'parallel', 'wait', 'succeed', 'fail'].every(
    (kind) => !Object.hasOwn(step, kind),
  );
  if (output === 'none' || !writes) return undefined;
  if (output === undefined && asl !== undefined && isSilent(asl)) return undefined;
  return (typeof output === 'string' ? output : output?.key) ?? `${name}-output`;
}

/** Whether a state written out has no result. */
export function isSilent({ Type, Output }: NonNullable<StepSpec['asl']>): boolean {
  return Output === undefined && (Type === 'Pass' || Type === 'Wait');
}

/** The settings of an output that is written as a map. */
export function outputOf({ output }: StepSpec): Exclude<NonNullable<StepSpec['output']>, string> {
  return typeof output === 'object' ? output : {};
}

/** What a downstream step starts; `undefined` for other steps. */
export function targetOf({ downstream }: StepSpec): Exclude<StepSpec['downstream'], string> {
  return typeof downstream === 'string' ? { workflow: downstream } : downstream;
}

/** What a reference can begin with, in one workflow. */
export function referable(workflow: WorkflowSpec): string[] {
  const steps = stepsOf(workflow);
  const items = steps.flatMap(({ step }) => (step.map === undefined ? [] : [step.map.as ?? 'item']));
  return ['input', 'error', ...items, ...steps.flatMap(({ name, step }) => outputKey(name, step) ?? [])];
}

/** A reference taken apart: the longest key that it begins with, and the properties behind it. */
export function takeApart(
  reference: string,
  keys: readonly string[],
): { readonly key: string; readonly path: readonly string[] } {
  const fitting = keys.filter((key) => reference === key || reference.startsWith(`${key}.`));
  const key = fitting.sort((left, right) => right.length - left.length)[0] ?? reference.split('.')[0] ?? '';
  return { key, path: reference === key ? [] : reference.slice(key.length + 1).split('.') };
}
