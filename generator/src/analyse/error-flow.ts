import { nodeOrder, visitUntilRest } from './node-order.js';
import type { Edge, StepGraph } from './step-graph.js';

/** What is known of a caught error when a node is entered. */
export interface ErrorBefore {
  /** Whether every path has passed a catch. */
  readonly certain: boolean;
  /** Numbers of the steps whose failure can have been caught last. Empty where none can. */
  readonly from: ReadonlySet<number>;
}

const none: ErrorBefore = { certain: false, from: new Set() };

/**
 * Follows caught errors along the edges. A catch replaces what was caught before; what a branch has caught is gone behind the join.
 * Nodes that are not among `reached` are left out.
 */
export function errorFlow(graph: StepGraph, reached: ReadonlySet<number>): ReadonlyMap<number, ErrorBefore> {
  const before = new Map<number, ErrorBefore>();
  if (!graph.edges.some((edges) => edges.some(({ kind }) => kind === 'catch'))) return before;
  before.set(0, none);
  const order = nodeOrder(graph).filter((node) => reached.has(node));
  visitUntilRest(order, (node, again) => {
    const error = before.get(node) ?? none;
    for (const edge of graph.edges[node] ?? []) {
      if (edge.kind === 'join' || !reached.has(edge.to)) continue;
      const merged = merge(before.get(edge.to), afterEdge(error, edge, graph));
      if (merged === undefined) continue;
      before.set(edge.to, merged);
      again(edge.to);
    }
  });
  return before;
}

function afterEdge(before: ErrorBefore, { kind, from }: Edge, { joins }: StepGraph): ErrorBefore {
  if (kind !== 'catch') return before;
  // The node where a parallel step has failed follows the one where its branches have joined.
  return { certain: true, from: new Set([joins.get(from - 1)?.step ?? from]) };
}

function merge(known: ErrorBefore | undefined, arriving: ErrorBefore): ErrorBefore | undefined {
  if (known === undefined) return arriving;
  const certain = known.certain && arriving.certain;
  const from = new Set([...known.from, ...arriving.from]);
  return certain === known.certain && from.size === known.from.size ? undefined : { certain, from };
}
