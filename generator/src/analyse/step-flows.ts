import { isFunctionStep, mapsAround, outputOf } from '../model/all-steps.js';
import type { Signal, StepFlow } from '../model/flow.js';
import type { Workflow } from '../model/service.js';
import { loopsOf } from './loops.js';
import { compactEdges, originsOf, pathTo } from './paths.js';
import { availableReads, readsOf } from './reads.js';
import type { WorkflowGraph } from './workflow-graph.js';

/** What is known of each step that can be reached, by name. */
export function stepFlows(
  workflow: Workflow,
  graph: WorkflowGraph,
  signals: ReadonlyMap<string, readonly Signal[]>,
): ReadonlyMap<string, StepFlow> {
  const origins = originsOf(graph, compactEdges(graph.reached));
  const looping = new Set(loopsOf(graph, graph.reached).flatMap((loop) => [...loop]));
  const available = availableReads(workflow, graph);
  const maps = mapsAround(workflow);
  const flows = new Map<string, StepFlow>();
  for (const [number, step] of graph.steps.entries()) {
    const keys = graph.keys.get(number);
    if (keys === undefined || flows.has(step.name)) continue;
    const error = errorAt(graph, number);
    const around = maps.get(step) ?? [];
    flows.set(step.name, {
      ...keys,
      maps: around,
      items: around,
      signals: signals.get(outputOf(step)?.key ?? '') ?? [],
      onLoop: looping.has(number),
      error,
      failingSteps: error === 'certain' ? failingSteps(graph, number) : [],
      reads: isFunctionStep(step)
        ? readsOf(step, available, { ...keys, error, maps: around, items: around })
        : [],
      // Found when it is asked for: all paths of a long workflow together have the square of its length.
      get path() {
        return pathTo(number, origins, graph);
      },
    });
  }
  return flows;
}

function errorAt({ errors }: WorkflowGraph, number: number): StepFlow['error'] {
  const caught = errors.get(number);
  if (caught === undefined || caught.from.size === 0) return 'never';
  return caught.certain ? 'certain' : 'possible';
}

function failingSteps({ errors, steps }: WorkflowGraph, number: number): string[] {
  const numbers = [...(errors.get(number)?.from ?? [])].sort((left, right) => left - right);
  return numbers.flatMap((from) => steps[from]?.name ?? []);
}
