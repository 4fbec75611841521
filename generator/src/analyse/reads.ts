import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { outputOf } from '../model/all-steps.js';
import type { ResolvedRead, StepFlow } from '../model/flow.js';
import type { FunctionStep, Workflow } from '../model/service.js';
import type { KeySet } from './key-set.js';
import type { WorkflowGraph } from './workflow-graph.js';

/** What a step of a workflow could read; each entry is shared by all steps that read it by default. */
export interface AvailableReads {
  readonly input: ResolvedRead;
  readonly error: ResolvedRead;
  /** By the number of the key. */
  readonly outputs: readonly ResolvedRead[];
}

/** `input`, `error` and every output. */
export function availableReads({ at }: Workflow, { steps }: WorkflowGraph): AvailableReads {
  const outputs = new Map<string, ResolvedRead>();
  for (const step of steps) {
    const output = outputOf(step);
    if (output === undefined || outputs.has(output.key)) continue;
    outputs.set(output.key, { key: output.key, optional: false, writer: step.name, at: output.at });
  }
  const own = { optional: false, writer: undefined };
  return {
    input: { key: inputRead, ...own, at: [...at, 'input'] },
    error: { key: errorRead, ...own, at },
    outputs: [...outputs.values()],
  };
}

/** What a step reads: what it declares, or else what is certain. A workflow that is started is not told of errors by default. */
export function readsOf(
  step: FunctionStep,
  { input, error, outputs }: AvailableReads,
  before: { readonly certain: KeySet; readonly error: StepFlow['error'] },
): readonly ResolvedRead[] {
  if (step.reads === undefined) {
    const caught = before.error === 'certain' && step.kind !== 'downstream' ? [error] : [];
    return [input, ...caught, ...outputs.filter((_, number) => before.certain.hasNumber(number))];
  }
  const declared = new Map(step.reads.map((read) => [read.key, read]));
  return [input, error, ...outputs].flatMap(({ key, writer }) => {
    const read = declared.get(key);
    return read === undefined ? [] : { key, optional: read.optional, writer, at: read.at };
  });
}
