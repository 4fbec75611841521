import { compensateOf, outputOf } from '../model/all-steps.js';
import type { FailureTask } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import { loopsOf } from './loops.js';
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
  const order = loopsTogether({ steps, edges: ordering }, reached);
  return order.filter((node) => reached.has(node) && compensateOf(steps[node]) !== undefined);
}

/**
 * The nodes, each before the ones that it leads to; those of a loop stand together, whichever way leads out of it. What is visited last
 * comes first among those that nothing orders.
 */
function loopsTogether(
  { steps, edges }: Pick<WorkflowGraph, 'steps' | 'edges'>,
  reached: ReadonlySet<number>,
): number[] {
  const backwards = edges.map((leaving) => leaving.toReversed());
  const loops = loopsOf({ edges }, reached).map((loop) => [...loop].sort((a, b) => a - b));
  const firstOf = new Map(loops.flatMap((loop) => loop.map((node) => [node, loop[0] ?? node])));
  const membersOf = new Map(loops.map((loop) => [loop[0], loop.toReversed()]));
  // Each loop is one node, its first, with all ways out of it.
  const between = edges.map((_, from) =>
    (membersOf.get(from) ?? [from])
      .flatMap((member) => backwards[member] ?? [])
      .map((edge) => ({ ...edge, to: firstOf.get(edge.to) ?? edge.to }))
      .filter(({ to }) => to !== from),
  );
  const together = new Map<number, number[]>();
  for (const node of nodeOrder({ steps, edges: backwards })) {
    const first = firstOf.get(node) ?? node;
    const members = together.get(first);
    if (members === undefined) together.set(first, [node]);
    else members.push(node);
  }
  return nodeOrder({ steps, edges: between }).flatMap((node) => together.get(node) ?? []);
}
