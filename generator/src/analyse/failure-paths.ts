import type { FailureTask } from '../model/flow.js';
import { compactEdges, originsOf, pathTo } from './paths.js';
import type { Edge } from './step-graph.js';
import { pathWithout, type WorkflowGraph } from './workflow-graph.js';

/** A path to a task of the failure chain on which a step has not written its output: the execution can fail at its end. */
export function failurePathWithout(
  graph: WorkflowGraph,
  { task, undoes }: FailureTask,
  writer: number,
): readonly string[] {
  const undone = numberOf(graph, undoes?.step);
  const start = graph.steps[0]?.name ?? '';
  const before = undone === undefined ? [start] : (pathWithout(graph, undone, { writer }) ?? [start]);
  return [...before, task.name];
}

/** A path to a task of the failure chain on which a step has written its output; `undefined` where none is plain. */
export function failurePathWith(
  graph: WorkflowGraph,
  { task, undoes }: FailureTask,
  writer: number,
): readonly string[] | undefined {
  const undone = numberOf(graph, undoes?.step) ?? writer;
  const path = pathThrough(graph, writer, undone) ?? pathThrough(graph, undone, writer);
  return path && [...path, task.name];
}

/** A path on which a step succeeds and another one comes after it; `undefined` where there is none. */
export function pathThrough(
  graph: WorkflowGraph,
  writer: number,
  step: number,
): readonly string[] | undefined {
  const before = originsOf(graph, compactEdges(graph.reached));
  const succeeds = ({ from, kind }: Edge) => from !== writer || (kind !== 'catch' && kind !== 'fail');
  const after = originsOf(graph, (edge) => graph.reached.has(edge.to) && succeeds(edge), writer);
  if (!before.has(writer) || !after.has(step)) return undefined;
  return [...pathTo(writer, before, graph), ...pathTo(step, after, graph).slice(1)];
}

function numberOf({ steps }: WorkflowGraph, step: string | undefined): number | undefined {
  const number = steps.findIndex(({ name }) => name === step);
  return number === -1 ? undefined : number;
}
