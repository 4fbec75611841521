import { inputRead } from '@sfs3/runtime/contract';
import {
  describeOperand,
  describeWithin,
  itemsOf,
  type OperandSchema,
} from '../conditions/describe-operand.js';
import type { Conjunction } from '../json-schema/conjunction.js';
import type { SharedSchemas } from '../json-schema/references.js';
import { allStepsOf, mapsAround, outputOf } from '../model/all-steps.js';
import { type DocumentSchemaOf, outputSchemaOf } from '../model/output-schema.js';
import type { MapStep, Step, Workflow } from '../model/service.js';

/** What a map goes over, as far as it is known. */
export interface MapSource {
  readonly kind: 'input' | 'output' | 'item' | 'unknown';
  /** The step that writes the list, or what it lies in. */
  readonly writer?: Step;
  /** The map around whose item it is, or what the list lies in. */
  readonly outer?: MapStep;
  /** The maps in whose iterations the list lies, outermost first. */
  readonly listMaps: readonly MapStep[];
}

/** Where a map stands, and what schemas lead to. */
export interface MapPlace {
  /** The maps around it, outermost first. */
  readonly around: readonly MapStep[];
  readonly shared: SharedSchemas;
  readonly documentSchemaOf: DocumentSchemaOf;
}

/** Finds what a map goes over: the item of the nearest map around that is called so, else the input or an output. */
export function mapSourceOf(workflow: Workflow, map: MapStep, around: readonly MapStep[]): MapSource {
  const { key } = map.over;
  const outer = around.findLast(({ as }) => as === key);
  if (outer !== undefined)
    return { kind: 'item', outer, listMaps: around.slice(0, around.indexOf(outer) + 1) };
  if (key === inputRead) return { kind: 'input', listMaps: [] };
  const writer = allStepsOf(workflow).find((step) => outputOf(step)?.key === key);
  if (writer === undefined) return { kind: 'unknown', listMaps: [] };
  return { kind: 'output', writer, listMaps: mapsAround(workflow).get(writer) ?? [] };
}

/** What schemas say of the list that a map goes over; `undefined` where its source is unknown. */
export function describeList(workflow: Workflow, map: MapStep, place: MapPlace): OperandSchema | undefined {
  const { around, shared, documentSchemaOf } = place;
  const { kind, writer, outer } = mapSourceOf(workflow, map, around);
  const { path } = map.over;
  if (kind === 'unknown') return undefined;
  if (outer !== undefined) {
    const items = describeItem(workflow, outer, { ...place, around: around.slice(0, around.indexOf(outer)) });
    return describeWithin(items, path, shared);
  }
  const schema = kind === 'input' ? workflow.input : outputSchemaOf(writer, documentSchemaOf);
  return describeOperand(schema === undefined ? [] : [{ schema, root: schema }], path, shared);
}

/** What an item of a map may be; of one whose steps read several together, what each of them may be. */
export function describeItem(workflow: Workflow, map: MapStep, place: MapPlace): readonly Conjunction[] {
  const list = describeList(workflow, map, place);
  return list?.kind === 'known' ? itemsOf(list.alternatives, place.shared) : [];
}
