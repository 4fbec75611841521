import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { allStepsOf, outputOf } from '../model/all-steps.js';
import { collectedStep } from '../model/output-schema.js';
import type { MapOutput, MapStep } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** What a map collects: an output of its own steps, which every iteration writes. */
export const mapCollect: Rule = ({ graphs, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([, graph]) =>
      graph.steps.flatMap((step, number) =>
        step.kind === 'map' && step.output !== undefined && graph.reached.has(number)
          ? checkMap(step, step.output, { graph, number })
          : [],
      ),
    );

function checkMap(
  map: MapStep,
  { collect, collectAt }: MapOutput,
  { graph, number }: { readonly graph: WorkflowGraph; readonly number: number },
): Diagnostic[] {
  const name = quote(map.name);
  if (collect === undefined) {
    return [
      refuse(
        map,
        collectAt,
        `Map ${name} has nothing to collect, since none of its steps writes anything. It should have "output: none".`,
      ),
    ];
  }
  const own = ownKeys(map);
  if (!own.includes(collect)) {
    const writer =
      collectedStep(map) === undefined ? 'none of its steps writes' : 'only steps of a map inside write';
    const message = `Map ${name} collects ${quote(collect)}, which ${writer}.${didYouMean(collect, own)}`;
    return [refuse(map, collectAt, message)];
  }
  const { content } = outputOf(collectedStep(map)) ?? {};
  if (content !== undefined) {
    const message = `Map ${name} collects ${quote(collect)}, which is a file (${content}), and a list is JSON. "output.collect" should name an output that is JSON, or "output" be none.`;
    return [refuse(map, collectAt, message)];
  }
  const tail = graph.keys.get(graph.tails.get(number) ?? -1);
  // An iteration that never ends well collects nothing.
  if (tail === undefined || tail.certain.has(collect)) return [];
  const chosen =
    collectAt === map.at ? ' "output.collect" should name one that is certain, or "output" be none.' : '';
  const message = `Map ${name} collects ${quote(collect)}, which not every path through its steps writes.${chosen || ' It should be one that is certain.'}`;
  return [refuse(map, collectAt, message)];
}

/** The keys of the steps of a map that are in no map inside of it. */
function ownKeys(map: MapStep): string[] {
  const inner = allStepsOf(map).filter((step) => step.kind === 'map');
  const hidden = new Set(inner.flatMap((step) => (step.kind === 'map' ? allStepsOf(step) : [])));
  return allStepsOf(map).flatMap((step) => (hidden.has(step) ? [] : (outputOf(step)?.key ?? [])));
}

function refuse(map: MapStep, at: Pointer, message: string): Diagnostic {
  return errorAt('map-collect', at, message, at === map.at ? 'key' : 'value');
}
