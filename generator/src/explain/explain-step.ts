import { errorRead, inputRead, uploadRead } from '@sfs3/runtime/contract';
import { failurePathWith, failurePathWithout, pathThrough } from '../analyse/failure-paths.js';
import { isWrittenBeside } from '../analyse/missing-write.js';
import {
  mapsOf,
  pathWithout,
  type WorkflowGraph,
  workflowGraph,
  writerOf,
} from '../analyse/workflow-graph.js';
import { outputOf } from '../model/all-steps.js';
import type { FailureTask, StepFlow, WorkflowFlow } from '../model/flow.js';
import type { MapStep, Workflow } from '../model/service.js';

/** What a step may read, and why. */
export interface StepExplanation {
  readonly workflow: string;
  readonly step: string;
  /** Present on a compensation, with the step that it undoes, if it does. */
  readonly compensation?: { readonly undoes?: string };
  /** One path from the start to the step, both included. */
  readonly path: readonly string[];
  /**
   * `input`, `error`, `upload` where uploads start the workflow and the step is no compensation, the items of the maps around the step, every output key of the workflow,
   * and those that lie in the iterations of these maps, in this order. What lies in those of other maps is not among them.
   */
  readonly keys: readonly KeyExplanation[];
}

/** What a step may do with one key. */
export interface KeyExplanation {
  readonly key: string;
  /** Whether it is there on every path to the step, on some, or on none; a step that runs beside the writer counts as none. */
  readonly there: 'certain' | 'possible' | 'never';
  /** Whether the step reads it, as declared or by default. */
  readonly read: 'required' | 'optional' | 'no';
  /** On the item of a map around the step: the map, and whether it is a list of items that are worked on together. */
  readonly item?: { readonly map: string; readonly batched: boolean };
  /** The step that writes it; absent for `input`, `error`, `upload` and items. */
  readonly writer?: string;
  /** A path to the step on which it is written; absent where there is none, and where nobody writes it. */
  readonly pathWith?: readonly string[];
  /** A path to the step on which it is not written; absent where there is none, and where nobody writes it but a catch. */
  readonly pathWithout?: readonly string[];
}

/** Explains a step from what the analysis found; `undefined` where the workflow has no such step, or never gets there. */
export function explainStep(
  workflow: Workflow,
  flow: WorkflowFlow,
  name: string,
): StepExplanation | undefined {
  const found = flow.steps.get(name);
  if (found === undefined) return undefined;
  const graph = workflowGraph(workflow);
  const task = flow.failureChain.find((entry) => entry.task.name === name);
  const number = graph.steps.findIndex((step) => step.name === name);
  const reads = new Map(
    found.reads.map(({ key, optional }) => [key, optional ? 'optional' : 'required'] as const),
  );
  const upload = flow.upload === 'never' || task !== undefined ? [] : [uploadRead];
  const items = new Map(found.maps.map((map) => [map.as, map]));
  const inner = innerKeys(graph, flow, found.maps);
  const keys = [inputRead, errorRead, ...upload, ...items.keys(), ...flow.outputKeys, ...inner].map(
    (key): KeyExplanation => ({
      key,
      there: isWrittenBeside(graph, key, number) ? 'never' : thereOf(key, found, flow),
      read: reads.get(key) ?? 'no',
      ...itemOf(items.get(key)),
      ...(task === undefined ? pathsTo(graph, number, key) : pathsToTask(graph, task, { key, found })),
      ...lateWriter(workflow, key),
    }),
  );
  const compensation = task && (task.undoes === undefined ? {} : { undoes: task.undoes.step });
  return {
    workflow: workflow.name,
    step: name,
    ...(compensation === undefined ? {} : { compensation }),
    path: found.path,
    keys,
  };
}

/** The keys that lie in the iterations of a step's own maps, in source order. */
function innerKeys(graph: WorkflowGraph, flow: WorkflowFlow, maps: readonly MapStep[]): readonly string[] {
  return graph.steps.flatMap((step, number) => {
    const around = mapsOf(graph, number);
    const isSeen = around.length > 0 && around.every((map) => maps.includes(map));
    return (isSeen && flow.steps.has(step.name) && outputOf(step)?.key) || [];
  });
}

function thereOf(
  key: string,
  { certain, possible, error, maps, items }: StepFlow,
  { upload }: WorkflowFlow,
): KeyExplanation['there'] {
  if (key === inputRead || items.some(({ as }) => as === key)) return 'certain';
  if (maps.some(({ as }) => as === key)) return 'never';
  if (key === errorRead) return error;
  if (certain.has(key)) return 'certain';
  if (possible.has(key)) return 'possible';
  // No output has the key where uploads start the workflow.
  return key === uploadRead ? upload : 'never';
}

function itemOf(map: MapStep | undefined): Pick<KeyExplanation, 'item'> {
  return map === undefined ? {} : { item: { map: map.name, batched: map.batch > 1 } };
}

type KeyPaths = Pick<KeyExplanation, 'writer' | 'pathWith' | 'pathWithout'>;

function pathsTo(graph: WorkflowGraph, step: number, key: string): KeyPaths {
  if (key === inputRead) return {};
  if (key === errorRead) return present('pathWithout', pathWithout(graph, step, 'error'));
  const writer = writerOf(graph, key);
  const name = writer === undefined ? undefined : graph.steps[writer]?.name;
  if (writer === undefined || name === undefined) return {};
  const before = graph.keys.get(step);
  const reads = before?.possible.has(key) && !isWrittenBeside(graph, key, step);
  return {
    writer: name,
    ...present('pathWith', reads ? pathThrough(graph, writer, step) : undefined),
    ...present('pathWithout', before?.certain.has(key) ? undefined : pathWithout(graph, step, { writer })),
  };
}

function pathsToTask(
  graph: WorkflowGraph,
  task: FailureTask,
  { key, found }: { readonly key: string; readonly found: StepFlow },
): KeyPaths {
  const writer = writerOf(graph, key);
  const name = writer === undefined ? undefined : graph.steps[writer]?.name;
  if (writer === undefined || name === undefined) return {};
  return {
    writer: name,
    ...present('pathWith', failurePathWith(graph, task, writer)),
    ...(found.certain.has(key) ? {} : { pathWithout: failurePathWithout(graph, task, writer) }),
  };
}

/** The compensation that writes a key. */
function lateWriter({ compensations }: Workflow, key: string): Pick<KeyExplanation, 'writer'> {
  const writer = compensations.find((task) => outputOf(task)?.key === key)?.name;
  return writer === undefined ? {} : { writer };
}

function present(name: 'pathWith' | 'pathWithout', path: readonly string[] | undefined): KeyPaths {
  return path === undefined ? {} : { [name]: path };
}
