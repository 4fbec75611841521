import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { missingWrite } from '../analyse/missing-write.js';
import { mapsOf, type WorkflowGraph } from '../analyse/workflow-graph.js';
import { unknownPropertyMessage } from '../conditions/unknown-property.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { typesOf } from '../json-schema/values.js';
import { describeList, mapSourceOf } from '../maps/map-source.js';
import { outputOf } from '../model/all-steps.js';
import type { MapStep, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule, RuleContext } from './rule.js';
import { meantKey } from './unknown-read.js';

/** What a map goes over: it must be there, be a list by its schema, and not be sensitive. */
export const mapSource: Rule = (context) =>
  context.service.workflows
    .filter(({ name }) => !context.doubts.workflows.has(name))
    .flatMap((workflow) => {
      const graph = context.graphs.get(workflow.name);
      if (graph === undefined) return [];
      return graph.steps.flatMap((step, number) =>
        step.kind === 'map' && graph.reached.has(number)
          ? checkMap(step, { workflow, graph, number, context })
          : [],
      );
    });

interface MapPlace {
  readonly workflow: Workflow;
  readonly graph: WorkflowGraph;
  readonly number: number;
  readonly context: RuleContext;
}

function checkMap(map: MapStep, place: MapPlace): Diagnostic[] {
  const { key, at } = map.over;
  const found = missingList(map, place);
  if (found !== undefined) return [found];
  const { writer, outer } = mapSourceOf(place.workflow, map, mapsOf(place.graph, place.number));
  const subject = `Map ${quote(map.name)} goes over ${quote(listName(map))}`;
  if (outputOf(writer)?.sensitive) {
    const message = `${subject}, which is sensitive: how many items it has would reach the state machine. The step that writes it should put what the map needs into an output of its own.`;
    return [errorAt('map-source', at, message)];
  }
  if (outer !== undefined && outer.batch > 1) {
    const message = `${subject}, but map ${quote(outer.name)} works on ${outer.batch} items together, so that ${quote(key)} is a list of them. Its "batch" should be left out.`;
    return [errorAt('map-source', at, message)];
  }
  return checkSchema(map, subject, place);
}

function checkSchema(map: MapStep, subject: string, place: MapPlace): Diagnostic[] {
  const { workflow, graph, number, context } = place;
  const { service, documentSchemaOf } = context;
  const around = mapsOf(graph, number);
  const list = describeList(workflow, map, { around, shared: service.schemas, documentSchemaOf });
  if (list === undefined || list.kind === 'doubtful') return [];
  const { at } = map.over;
  if (list.kind === 'unknown')
    return [errorAt('unknown-property', at, unknownPropertyMessage(map.over, list))];
  const isList = list.alternatives.every(
    (parts) => typesOf(parts)?.every((type) => type === 'array') ?? false,
  );
  if (isList && list.alternatives.length > 0) return [];
  return [
    errorAt(
      'map-source',
      at,
      `${subject}, which is not certainly a list by its schema. It should have "type: array".`,
    ),
  ];
}

/** Why there may be nothing where a map looks for its list. */
function missingList(map: MapStep, { workflow, graph, number }: MapPlace): Diagnostic | undefined {
  const { key, at } = map.over;
  const around = mapsOf(graph, number);
  const { kind } = mapSourceOf(workflow, map, around);
  const subject = `Map ${quote(map.name)} goes over`;
  if (kind === 'unknown') {
    const known = new Set([inputRead, ...around.map(({ as }) => as), ...graph.index.keys]);
    const what =
      key === errorRead ? 'which is no list.' : `which no step writes.${meantKey(key, graph.steps, known)}`;
    return errorAt(
      key === errorRead ? 'map-source' : 'unknown-read',
      at,
      `${subject} ${quote(key)}, ${what}`,
    );
  }
  if (kind !== 'output' || graph.keys.get(number)?.certain.has(key)) return undefined;
  const instead = 'Every path to the map should write it.';
  const message = missingWrite(graph, { subject, key, step: number, instead });
  return message === undefined ? undefined : errorAt('read-before-write', at, message);
}

function listName({ over: { key, path } }: MapStep): string {
  return [key, ...path].join('.');
}
