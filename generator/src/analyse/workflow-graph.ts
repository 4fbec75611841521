import { outputOf } from '../model/all-steps.js';
import type { MapStep, Workflow } from '../model/service.js';
import { type ErrorBefore, errorFlow } from './error-flow.js';
import { type KeysBefore, keyFlow } from './key-flow.js';
import { type KeyIndex, keyIndex } from './key-set.js';
import { compactEdges, edgesWithout, originsOf, pathTo } from './paths.js';
import { type Edge, type StepGraph, stepGraph } from './step-graph.js';

/** The graph of a workflow and what is known at each of its nodes. */
export interface WorkflowGraph extends StepGraph {
  readonly index: KeyIndex;
  /** By node; those that cannot be reached are not among them. */
  readonly keys: ReadonlyMap<number, KeysBefore>;
  /** By node; empty where nothing is caught. */
  readonly errors: ReadonlyMap<number, ErrorBefore>;
  readonly reached: ReadonlySet<number>;
}

/** The graph of a workflow with everything that flows along it. */
export function workflowGraph(workflow: Workflow): WorkflowGraph {
  const graph = stepGraph(workflow);
  const index = keyIndex(graph.steps.flatMap((step) => outputOf(step)?.key ?? []));
  const keys = keyFlow(graph, index);
  const reached = new Set(keys.keys());
  const { steps, edges, joins, tails, exits, failures, lost, branchOf } = graph;
  const errors = errorFlow(graph, reached);
  return { steps, edges, joins, tails, exits, failures, lost, branchOf, index, keys, errors, reached };
}

/** Number of the step that writes a key; `undefined` where none does. */
export function writerOf({ steps }: WorkflowGraph, key: string): number | undefined {
  const writer = steps.findIndex((step) => outputOf(step)?.key === key);
  return writer === -1 ? undefined : writer;
}

/** A path from the start to a step on which a key has not been written, or no error been caught; `undefined` where each path has. */
export function pathWithout(
  graph: WorkflowGraph,
  to: number,
  missing: { readonly writer: number } | 'error',
): readonly string[] | undefined {
  const compact = compactEdges(graph.reached);
  const mayTake =
    missing === 'error'
      ? (edge: Edge) => edge.kind !== 'catch' && compact(edge)
      : edgesWithout(missing.writer, graph, graph.reached);
  const origins = originsOf(graph, mayTake);
  return origins.has(to) ? pathTo(to, origins, graph) : undefined;
}

/** The maps around a step, outermost first. */
export function mapsOf({ branchOf, steps }: StepGraph, step: number): readonly MapStep[] {
  const maps: MapStep[] = [];
  for (let place = branchOf.get(step); place !== undefined; place = branchOf.get(place.step)) {
    const around = steps[place.step];
    if (around?.kind === 'map') maps.unshift(around);
  }
  return maps;
}

/** The map whose iterations a key lies in that another step cannot see; `undefined` where there is none. */
export function hidingMap(graph: StepGraph, writer: number, reader: number): MapStep | undefined {
  const visible = new Set(mapsOf(graph, reader));
  return mapsOf(graph, writer).find((map) => !visible.has(map));
}
