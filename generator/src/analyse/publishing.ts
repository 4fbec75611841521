import type { WorkflowFlow } from '../model/flow.js';
import type { Step, Workflow } from '../model/service.js';
import { afterEdge } from './key-flow.js';
import { stepOfNode } from './step-graph.js';
import type { WorkflowGraph } from './workflow-graph.js';

/** What is there however the workflow ended well: written before its last step, or by it. */
export function certainOutputs(graph: WorkflowGraph): ReadonlySet<string> {
  const ends = reachedExits(graph).flatMap((node) => {
    const before = graph.keys.get(node);
    return before === undefined ? [] : afterEdge(before, { kind: 'next', from: node, to: -1 }, graph).certain;
  });
  const [first, ...others] = ends;
  return first === undefined ? new Set() : others.reduce((left, right) => left.intersection(right), first);
}

/** Who publishes: the function that ends every path, or else a generated state. A callback's function runs before its answer comes. */
export function publishing(
  { document }: Workflow,
  graph: WorkflowGraph,
): Pick<WorkflowFlow, 'publisher' | 'separatePublisher'> {
  const exits = reachedExits(graph);
  if (document.publish === 'none' || exits.length === 0)
    return { publisher: undefined, separatePublisher: false };
  const [only, ...others] = exits.map((node) => stepOfNode(graph, node));
  return document.publish === 'last' && others.length === 0 && mayPublish(only)
    ? { publisher: only?.name, separatePublisher: false }
    : { publisher: undefined, separatePublisher: true };
}

function mayPublish(step: Step | undefined): boolean {
  return step?.kind === 'task' || step?.kind === 'downstream';
}

function reachedExits({ exits, reached }: WorkflowGraph): number[] {
  return exits.filter((node) => reached.has(node));
}
