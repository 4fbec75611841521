import type { StepGraph } from './step-graph.js';

/**
 * The loops of a graph, each as the nodes that can all reach each other; what is not among `nodes` is left out.
 * Source of the method: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function loopsOf(
  graph: Pick<StepGraph, 'edges'>,
  nodes: ReadonlySet<number>,
): readonly ReadonlySet<number>[] {
  const loops: ReadonlySet<number>[] = [];
  const visits = new Map<number, Visit>();
  const stack: number[] = [];
  const open: Visit[] = [];
  const enter = (node: number): void => {
    const next = successors(graph, node).filter((to) => nodes.has(to));
    const visit = { node, index: visits.size, low: visits.size, next, onStack: true };
    visits.set(node, visit);
    stack.push(node);
    open.push(visit);
  };
  for (const start of nodes) {
    if (!visits.has(start)) enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const to = top.next.pop();
      const seen = to === undefined ? undefined : visits.get(to);
      if (to !== undefined && seen === undefined) enter(to);
      else if (seen?.onStack) top.low = Math.min(top.low, seen.index);
      if (to !== undefined) continue;
      open.pop();
      const above = open.at(-1);
      if (above !== undefined) above.low = Math.min(above.low, top.low);
      if (top.low !== top.index) continue;
      const together = stack.splice(stack.lastIndexOf(top.node));
      for (const node of together) (visits.get(node) as Visit).onStack = false;
      const again = together.length > 1 || successors(graph, top.node).includes(top.node);
      if (again) loops.push(new Set(together));
    }
  }
  return loops;
}

interface Visit {
  readonly node: number;
  readonly index: number;
  low: number;
  readonly next: number[];
  onStack: boolean;
}

function successors({ edges }: Pick<StepGraph, 'edges'>, node: number): number[] {
  return (edges[node] ?? []).map(({ to }) => to);
}
