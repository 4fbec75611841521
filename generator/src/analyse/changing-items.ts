import type { MapStep } from '../model/service.js';
import { loopsOf } from './loops.js';
import { mapsOf, type WorkflowGraph, writerOf } from './workflow-graph.js';

/**
 * The maps whose items are others in a later round: what writes their list stands on one loop with them. The items of earlier rounds
 * cannot be read any more.
 */
export function changingItems(graph: WorkflowGraph): ReadonlySet<MapStep> {
  const loops = loopsOf(graph, graph.reached);
  const changing = new Set<MapStep>();
  // Outer maps come first.
  for (const [number, step] of graph.steps.entries()) {
    if (step.kind !== 'map') continue;
    const { key } = step.over;
    const outer = mapsOf(graph, number).find(({ as }) => as === key);
    const writer = writerOf(graph, key);
    const isReplaced = writer !== undefined && loops.some((loop) => loop.has(number) && loop.has(writer));
    if (outer === undefined ? isReplaced : changing.has(outer)) changing.add(step);
  }
  return changing;
}
