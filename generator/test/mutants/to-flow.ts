import type { ModelStep } from '../front/flow-model.js';
import {
  outputKey,
  outputOf,
  referable,
  type ScopeSpec,
  type StepSpec,
  takeApart,
  targetOf,
  type WorkflowSpec,
} from './spec.js';

const kinds = ['callback', 'choice', 'wait', 'parallel', 'map', 'succeed', 'fail', 'downstream'] as const;

/** The steps of a workflow as the model of executions has them. Conditions are left out: each way may be taken. */
export function flowOf(workflow: WorkflowSpec): ModelStep[] {
  const keys = referable(workflow);
  const isUploaded = workflow.triggers?.some(({ s3 }) => s3 !== undefined) ?? false;
  const scope = ({ steps = {} }: ScopeSpec): ModelStep[] =>
    Object.entries(steps).map(([name, written]) => {
      const step = written ?? {};
      const { next, otherwise, choice = [], parallel = {}, map } = step;
      const output = outputKey(name, step);
      return {
        name,
        kind: kinds.find((kind) => Object.hasOwn(step, kind)) ?? 'task',
        // What is known of an upload does not depend on what has run.
        reads: readsOf(step, keys).filter((read) => !isUploaded || read.replace('?', '') !== 'upload'),
        ...(output === undefined ? {} : { output }),
        ...(next === undefined ? {} : { next }),
        ...(otherwise === undefined ? {} : { otherwise }),
        catches: (step.catch ?? []).map((rule) => rule.next ?? ''),
        rules: choice.map((rule) => ({ next: rule.next ?? '' })),
        ...(step.parallel === undefined ? {} : { branches: Object.values(parallel).map(scope) }),
        ...(map === undefined ? {} : mapOf(step, map, { inner: scope(map), keys })),
      };
    });
  return scope(workflow);
}

function mapOf(
  step: StepSpec,
  map: NonNullable<StepSpec['map']>,
  { inner, keys }: { readonly inner: ModelStep[]; readonly keys: readonly string[] },
): Partial<ModelStep> {
  const { collect } = outputOf(step);
  return {
    inner,
    over: takeApart(map.over ?? '', keys).key,
    as: map.as ?? 'item',
    isBatched: (map.batch ?? 1) > 1,
    ...(collect === undefined ? {} : { collect }),
  };
}

/** What a step declares, and what it needs for what it passes on. */
export function readsOf(step: StepSpec, keys: readonly string[]): string[] {
  if (step.reads !== undefined) return step.reads;
  const passed = Object.values(targetOf(step)?.input ?? {});
  return [...new Set(passed.map((reference) => takeApart(reference, keys).key))];
}
