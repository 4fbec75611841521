import { outputOf } from '../model/all-steps.js';
import { type KeyIndex, KeySet } from './key-set.js';
import { nodeOrder, visitUntilRest } from './node-order.js';
import { type Edge, type StepGraph, writerAt } from './step-graph.js';

/** What has been written when a node is entered. */
export interface KeysBefore {
  /** On every path. */
  readonly certain: KeySet;
  /** On some path. */
  readonly possible: KeySet;
}

/**
 * Follows the output keys along the edges until nothing changes any more. Where paths meet, certain keys are the intersection and
 * possible keys the union; where branches join, all of them have run, so that both are the union. A node that nothing leads to
 * has no entry, and neither has the join of branches of which one never ends.
 */
export function keyFlow(graph: StepGraph, index: KeyIndex): ReadonlyMap<number, KeysBefore> {
  const before = new Map<number, KeysBefore>();
  const ends = new Map<number, Map<number, KeysBefore>>();
  if (graph.steps.length === 0) return before;
  const none = new KeySet(index);
  before.set(0, { certain: none, possible: none });
  visitUntilRest(nodeOrder(graph), (node, again) => {
    const keys = before.get(node);
    if (keys === undefined) return;
    for (const edge of graph.edges[node] ?? []) {
      if (edge.kind === 'skip') continue;
      const after = afterEdge(keys, edge, graph);
      const arriving = edge.kind === 'join' ? joined(ends, edge, { after, graph }) : after;
      const merged = arriving && merge(before.get(edge.to), arriving);
      if (merged === undefined) continue;
      before.set(edge.to, merged);
      again(edge.to);
    }
  });
  return before;
}

/** What has been written when an edge is taken: a step that failed may have written its output before. */
export function afterEdge(before: KeysBefore, { from, kind }: Edge, graph: StepGraph): KeysBefore {
  const written = outputOf(writerAt(graph, from))?.key;
  if (written === undefined) return before;
  const done = kind === 'next' || kind === 'join';
  return {
    certain: done ? before.certain.with(written) : before.certain,
    possible: before.possible.with(written),
  };
}

/** Notes the end of one branch. What holds behind the join, once every branch has an end. */
function joined(
  ends: Map<number, Map<number, KeysBefore>>,
  { to, branch = 0 }: Edge,
  { after, graph }: { readonly after: KeysBefore; readonly graph: StepGraph },
): KeysBefore | undefined {
  const ofBranches = ends.get(to) ?? new Map<number, KeysBefore>();
  ends.set(to, ofBranches);
  const merged = merge(ofBranches.get(branch), after);
  if (merged === undefined) return undefined;
  ofBranches.set(branch, merged);
  if (ofBranches.size < (graph.joins.get(to)?.branches ?? 0)) return undefined;
  return [...ofBranches.values()].reduce((left, right) => ({
    certain: left.certain.union(right.certain),
    possible: left.possible.union(right.possible),
  }));
}

/** What holds where one more path arrives; `undefined` when it brings nothing new. */
function merge(known: KeysBefore | undefined, arriving: KeysBefore): KeysBefore | undefined {
  if (known === undefined) return arriving;
  const certain = known.certain.intersection(arriving.certain);
  const possible = known.possible.union(arriving.possible);
  return certain.equals(known.certain) && possible.equals(known.possible) ? undefined : { certain, possible };
}
