import { loopsOf } from '../analyse/loops.js';
import { shownPath } from '../analyse/missing-write.js';
import { originsOf, pathTo } from '../analyse/paths.js';
import { type Edge, stepOfNode } from '../analyse/step-graph.js';
import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Loops that are never left: no path leads out, or nothing on them changes what their conditions see. */
export const endlessLoop: Rule = ({ graphs, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([, graph]) => [...withoutExit(graph), ...withoutChange(graph)]);

/** The nodes that can be reached but lead to no end. An unknown target may lead anywhere; an error that nobody catches is no way on. */
export function stuckNodes(graph: WorkflowGraph): ReadonlySet<number> {
  const { edges, exits, failures, lost, reached, tails } = graph;
  const sources = new Map<number, number[]>();
  const leaving = new Set(
    [...exits, ...failures, ...lost, ...tails.values()].filter((node) => reached.has(node)),
  );
  for (const { kind, from, to } of edges.flat()) {
    if (!reached.has(from)) continue;
    // A branch that ends is not to blame for another one that never does.
    if (kind === 'join' && !reached.has(to)) leaving.add(from);
    if (!reached.has(to)) continue;
    const known = sources.get(to);
    if (known === undefined) sources.set(to, [from]);
    else known.push(from);
  }
  for (const node of leaving) for (const from of sources.get(node) ?? []) leaving.add(from);
  return new Set([...reached].filter((node) => !leaving.has(node) && !isFailure(graph, node)));
}

function withoutExit(graph: WorkflowGraph): Diagnostic[] {
  const stuck = stuckNodes(graph);
  const failed = [...graph.reached].filter((node) => isFailure(graph, node));
  const isLast = (loop: ReadonlySet<number>): boolean =>
    [...loop]
      .flatMap((node) => graph.edges[node] ?? [])
      .every(({ to }) => loop.has(to) || !graph.reached.has(to) || isFailure(graph, to));
  return loopsOf(graph, new Set([...stuck, ...failed]))
    .filter((loop) => [...loop].some((node) => stuck.has(node)) && isLast(loop))
    .flatMap((loop) => {
      const found = closing(graph, loop);
      if (found === undefined) return [];
      const { edge, from, to, around } = found;
      const message = `Step ${quote(from)} goes back to ${quote(to)}, and no path leads out (${around}). One step of the loop should go on to another or to "end".`;
      return [errorAt('endless-loop', edge.at ?? [], message)];
    });
}

/** Loops of choices and waits alone: what a choice has decided once it decides again. */
function withoutChange(graph: WorkflowGraph): Diagnostic[] {
  const stuck = stuckNodes(graph);
  const still = new Set(
    [...graph.reached].filter((node) => {
      const kind = graph.steps[node]?.kind;
      return (kind === 'choice' || kind === 'wait') && !stuck.has(node);
    }),
  );
  return loopsOf(graph, still).flatMap((loop) => {
    const found = closing(graph, loop);
    if (found === undefined) return [];
    const message = `Nothing on the loop ${found.around} changes what its conditions see, so that it is never left. A step on it should write what they look at.`;
    return [errorAt('endless-loop', found.edge.at ?? [], message)];
  });
}

/** Whether a node is the failure of a parallel step, which follows its join. */
function isFailure({ joins }: WorkflowGraph, node: number): boolean {
  return joins.has(node - 1);
}

interface Closing {
  readonly edge: Edge;
  readonly from: string;
  readonly to: string;
  readonly around: string;
}

/** The first edge of a loop that goes back in the spec, and a way around. */
function closing(graph: WorkflowGraph, loop: ReadonlySet<number>): Closing | undefined {
  const number = (node: number): number => {
    const step = stepOfNode(graph, node);
    return step === undefined ? -1 : graph.steps.indexOf(step);
  };
  const edges = [...loop]
    .flatMap((node) => graph.edges[node] ?? [])
    .filter(({ to, at }) => at !== undefined && loop.has(to))
    .sort((left, right) => number(left.from) - number(right.from));
  const edge = edges.find(({ from, to }) => to <= number(from)) ?? edges[0];
  if (edge === undefined) return undefined;
  const origins = originsOf(graph, ({ to }) => loop.has(to), edge.to);
  const to = graph.steps[edge.to]?.name ?? '';
  const around = shownPath([...pathTo(edge.from, origins, graph), to]);
  return { edge, from: stepOfNode(graph, edge.from)?.name ?? '', to, around };
}
