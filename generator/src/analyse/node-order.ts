import type { StepGraph } from './step-graph.js';

/**
 * The nodes that can be reached, each before the ones that it leads to, as far as there are no loops: in this order what is known
 * of a node is complete, or nearly so, when it is passed on.
 */
export function nodeOrder({ steps, edges }: Pick<StepGraph, 'steps' | 'edges'>): readonly number[] {
  const finished: number[] = [];
  const seen = new Set<number>();
  const open: { readonly node: number; edge: number }[] = [];
  const enter = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    open.push({ node, edge: 0 });
  };
  if (steps.length > 0) enter(0);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const edge = edges[top.node]?.[top.edge];
    top.edge += 1;
    if (edge !== undefined) {
      enter(edge.to);
    } else {
      finished.push(top.node);
      open.pop();
    }
  }
  return finished.reverse();
}

/** Visits nodes in an order, those again that a visit calls for, until none is left. */
export function visitUntilRest(
  order: readonly number[],
  visit: (node: number, again: (node: number) => void) => void,
): void {
  const waiting = new Set(order.slice(0, 1));
  while (waiting.size > 0) {
    for (const node of order) {
      if (waiting.delete(node)) visit(node, (next) => waiting.add(next));
    }
  }
}
