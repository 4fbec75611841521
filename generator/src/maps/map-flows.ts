import { loopsOf } from '../analyse/loops.js';
import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import { signalOf } from '../conditions/signals.js';
import { mapsAround } from '../model/all-steps.js';
import type { MapFlow, Signal } from '../model/flow.js';
import type { MapStep, Workflow } from '../model/service.js';
import { mapSourceOf } from './map-source.js';

/** What is known of each map that can be reached, by name. Those whose list is unknown are left out: that is a mistake. */
export function mapFlows(workflow: Workflow, graph: WorkflowGraph): ReadonlyMap<string, MapFlow> {
  const places = mapsAround(workflow);
  const reached = graph.steps.filter((step, number) => step.kind === 'map' && graph.reached.has(number));
  if (reached.length === 0) return new Map();
  const looping = new Set(loopsOf(graph, graph.reached).flatMap((loop) => [...loop]));
  return new Map(
    reached.flatMap((step) => {
      if (step.kind !== 'map') return [];
      const around = places.get(step) ?? [];
      const { kind, writer, listMaps } = mapSourceOf(workflow, step, around);
      if (kind === 'unknown') return [];
      const flow: MapFlow = {
        step,
        around,
        source: kind,
        listMaps,
        ...(writer?.kind === 'map' ? { collected: writer } : {}),
        count: countOf(step),
        onLoop: looping.has(graph.steps.indexOf(step)),
      };
      return [[step.name, flow] as const];
    }),
  );
}

/** How many items a map's list has, as a signal. */
export function countOf({ over: { key, path } }: MapStep): Signal {
  return signalOf({ key, path, measure: 'count' });
}
