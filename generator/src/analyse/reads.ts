import { errorRead, inputRead, uploadRead } from '@sfs3/runtime/contract';
import { outputOf } from '../model/all-steps.js';
import type { ResolvedRead, StepFlow } from '../model/flow.js';
import type { FunctionStep, MapStep, Workflow } from '../model/service.js';
import type { KeySet } from './key-set.js';
import type { WorkflowGraph } from './workflow-graph.js';

/** What a step of a workflow could read; each entry is shared by all steps that read it by default. */
export interface AvailableReads {
  readonly input: ResolvedRead;
  readonly error: ResolvedRead;
  /** The uploaded object, where uploads start the workflow. Read only where that is declared. */
  readonly upload: ResolvedRead | undefined;
  /** By the number of the key. */
  readonly outputs: readonly ResolvedRead[];
  /** The same, by key. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The keys of outputs that are read only where that is declared. */
  readonly sensitive: ReadonlySet<string>;
  /** The keys of outputs that are files: no workflow can be started with one. */
  readonly contents: ReadonlySet<string>;
}

/** `input`, `error` and every output. */
export function availableReads({ at, s3Triggers }: Workflow, { steps }: WorkflowGraph): AvailableReads {
  const outputs = new Map<string, ResolvedRead>();
  const sensitive = new Set<string>();
  const contents = new Set<string>();
  for (const step of steps) {
    const output = outputOf(step);
    if (output === undefined || outputs.has(output.key)) continue;
    outputs.set(output.key, { key: output.key, optional: false, writer: step.name, at: output.at });
    if (output.sensitive) sensitive.add(output.key);
    if (output.content !== undefined) contents.add(output.key);
  }
  const own = { optional: false, writer: undefined };
  return {
    input: { key: inputRead, ...own, at: [...at, 'input'] },
    error: { key: errorRead, ...own, at },
    upload: s3Triggers[0] && { key: uploadRead, ...own, at: s3Triggers[0].at },
    ...numbered([...outputs.values()]),
    sensitive,
    contents,
  };
}

/** Reads of outputs, and their numbers by key. */
export function numbered(outputs: readonly ResolvedRead[]): Pick<AvailableReads, 'outputs' | 'numbers'> {
  return { outputs, numbers: new Map(outputs.map(({ key }, number) => [key, number])) };
}

/**
 * What a step reads: what it declares, or else what is certain and not sensitive. A workflow that is started is not told of errors
 * by default, and gets no files.
 */
export function readsOf(
  step: FunctionStep,
  available: AvailableReads,
  before: {
    readonly certain: KeySet;
    readonly error: StepFlow['error'];
    readonly maps: readonly MapStep[];
    readonly items: readonly MapStep[];
  },
): readonly ResolvedRead[] {
  const { input, error, upload, outputs, sensitive, contents } = available;
  const items = before.items.map(itemRead);
  // Each iteration moves its own item: what holds all of them is read only where that is declared.
  const lists = new Set(before.maps.map(({ over }) => over.key));
  if (step.reads === undefined) {
    const caught = before.error === 'certain' && step.kind !== 'downstream' ? [error] : [];
    const isWithheld = (key: string): boolean =>
      sensitive.has(key) || lists.has(key) || (step.kind === 'downstream' && contents.has(key));
    const isOpen = ({ key }: ResolvedRead): boolean => !isWithheld(key);
    const open = outputs.filter((read, number) => before.certain.hasNumber(number) && isOpen(read));
    return [...[input].filter(isOpen), ...caught, ...items, ...open];
  }
  const declared = new Map(step.reads.map((read) => [read.key, read]));
  const others = outputsAmong(declared.keys(), available);
  return [input, error, ...(upload ? [upload] : []), ...items, ...others].flatMap((known) => {
    const read = declared.get(known.key);
    return read === undefined ? [] : { ...known, optional: read.optional, at: read.at };
  });
}

/** In the order of the steps that write them. */
function outputsAmong(keys: Iterable<string>, { outputs, numbers }: AvailableReads): readonly ResolvedRead[] {
  const found = [...keys].flatMap((key) => numbers.get(key) ?? []);
  return found.sort((left, right) => left - right).flatMap((number) => outputs[number] ?? []);
}

/** A step in a map reads the item of its own iteration, which is always there. */
function itemRead(map: MapStep): ResolvedRead {
  return { key: map.as, optional: false, writer: undefined, item: map, at: [...map.at, 'map'] };
}
