import { compensateOf, outputOf } from '../model/all-steps.js';
import type { FailureTask } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import { nodeOrder } from './node-order.js';
import type { WorkflowGraph } from './workflow-graph.js';

/**
 * What runs when an execution fails. First the compensations of every step that can have completed, the last step's first: each finds
 * out for itself whether there is something to undo, so that the chain is the same for every failure. Then the tasks of `onError`.
 */
export function failureChain(
  { compensations, onError }: Workflow,
  graph: WorkflowGraph,
): readonly FailureTask[] {
  const tasks = new Map(compensations.map((task) => [task.name, task]));
  const chain = new Map<string, FailureTask>();
  const undone = completionOrder(graph).map((number) => graph.steps[number]);
  for (const step of undone.reverse()) {
    const key = outputOf(step)?.key;
    const task = tasks.get(compensateOf(step)?.name ?? '');
    if (step === undefined || key === undefined || task === undefined || chain.has(task.name)) continue;
    chain.set(task.name, { task, undoes: { step: step.name, key } });
  }
  for (const { name } of onError) {
    const task = tasks.get(name);
    if (task !== undefined && !chain.has(name)) chain.set(name, { task });
  }
  return [...chain.values()];
}

/** The compensated steps in an order in which they can complete; those that nothing orders as they stand in the spec. */
function completionOrder(graph: WorkflowGraph): number[] {
  const { steps, edges, reached, joins, tails } = graph;
  if (!steps.some((step) => compensateOf(step) !== undefined)) return [];
  const joinOf = new Map([...joins].map(([join, { step }]) => [step, join]));
  // What a map's steps did, they did before the map is done.
  const ends = new Map([...tails].map(([map, tail]) => [tail, joinOf.get(map) ?? tail]));
  const ordering = edges.map((leaving, from) => {
    const to = ends.get(from);
    return to === undefined ? leaving : [...leaving, { kind: 'join' as const, from, to }];
  });
  // What is visited last comes first among those that nothing orders.
  const backwards = ordering.map((leaving) => leaving.toReversed());
  const order = nodeOrder({ steps, edges: backwards });
  return order.filter((node) => reached.has(node) && compensateOf(steps[node]) !== undefined);
}
