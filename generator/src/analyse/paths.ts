import { type Edge, type StepGraph, writingNode } from './step-graph.js';

/** Each node that can be reached over some edges, with the node that it was reached from: `-1` for the start. Nearest first. */
export function originsOf(
  graph: StepGraph,
  mayTake: (edge: Edge) => boolean,
  start = 0,
): ReadonlyMap<number, number> {
  const origins = new Map<number, number>();
  if (graph.edges[start] === undefined) return origins;
  origins.set(start, -1);
  for (const node of origins.keys()) {
    for (const edge of graph.edges[node] ?? []) {
      if (!origins.has(edge.to) && mayTake(edge)) origins.set(edge.to, node);
    }
  }
  return origins;
}

/** The names of the steps on the way to a node, both ends included. */
export function pathTo(
  node: number,
  origins: ReadonlyMap<number, number>,
  { steps }: StepGraph,
): readonly string[] {
  const path: string[] = [];
  for (let at: number | undefined = node; at !== undefined && at >= 0; at = origins.get(at)) {
    const name = steps[at]?.name;
    if (name !== undefined) path.push(name);
  }
  return path.reverse();
}

/** Which edges a path may take that leaves out branches which it need not enter. */
export function compactEdges(reached: ReadonlySet<number>): (edge: Edge) => boolean {
  return ({ kind, to }) => kind !== 'join' && reached.has(to);
}

/** Which edges a path may take on which a step has not succeeded. */
export function edgesWithout(
  writer: number,
  graph: StepGraph,
  reached: ReadonlySet<number>,
): (edge: Edge) => boolean {
  /** The branches that the step is in, by their parallel steps' joins. */
  const branches = new Map<number, number>();
  for (let place = graph.branchOf.get(writer); place !== undefined; place = graph.branchOf.get(place.step)) {
    branches.set(place.join, place.branch);
  }
  const node = writingNode(graph, writer);
  return ({ kind, from, to, branch }) => {
    if (!reached.has(to)) return false;
    if (kind === 'skip') return !branches.has(to);
    if (kind === 'join') return from !== node && branches.get(to) === branch;
    return from !== node || kind !== 'next';
  };
}
