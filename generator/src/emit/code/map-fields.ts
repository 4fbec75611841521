import { inputRead } from '@sfs3/runtime/contract';
import type { MapFlow, Signal, WorkflowFlow } from '../../model/flow.js';
import type { MapStep } from '../../model/service.js';
import type { WorkflowContext } from '../emit-context.js';
import type { FieldPlace } from './field-place.js';
import { literal } from './literal.js';
import { schemaOf } from './validators.js';

/** `maps` of a definition: those that its step is in. */
export function mapsField(maps: readonly MapStep[]): readonly string[] {
  return maps.length === 0 ? [] : [`maps: [${maps.map(({ name }) => literal(name)).join(', ')}],`];
}

/** `, map: …` where an output lies in the iterations of a map. */
export function keyPlace(key: string, { context: { flow } }: FieldPlace): string {
  const map = flow.steps.get(flow.writers.get(key)?.name ?? '')?.maps.at(-1);
  return map === undefined ? '' : `, map: ${literal(map.name)}`;
}

/** The maps that go over lists in an output, or in the input. */
export function mapsOver(key: string, { maps }: WorkflowFlow): readonly MapFlow[] {
  return [...maps.values()].filter(({ step, source }) => source !== 'item' && step.over.key === key);
}

/** The lists in an output, or in the input, that maps go over. */
export function listsField(
  name: 'lists' | 'inputLists',
  key: string,
  { flow }: WorkflowContext,
): readonly string[] {
  const maps = mapsOver(key, flow);
  return maps.length === 0 ? [] : [`${name}: [${maps.map(listText).join(', ')}],`];
}

/** A list that a map goes over, as whoever writes it knows it. */
export function listText({ step: { name, over, batch } }: MapFlow): string {
  return `{ map: ${literal(name)}, path: ${pathText(over.path)}, batch: ${batch} }`;
}

/** `, item: …` of the read of an item. */
export function itemField(map: MapStep, place: FieldPlace): string {
  return `, item: ${itemText(map, place)}`;
}

function itemText({ name, batch, over }: MapStep, place: FieldPlace): string {
  const map = place.context.flow.maps.get(name);
  const outer = map?.around.findLast(({ as }) => as === over.key);
  const path = pathText(over.path);
  const of =
    map?.source === 'item' && outer !== undefined
      ? `{ item: ${itemText(outer, place)}, path: ${path} }`
      : listPlace(over.key, path, { place, collected: map?.collected });
  return `{ map: ${literal(name)}, batch: ${batch}, of: ${of} }`;
}

function listPlace(
  key: string,
  path: string,
  { place, collected }: { readonly place: FieldPlace; readonly collected: MapStep | undefined },
): string {
  const { context, imports, folder } = place;
  const schemaKey = collected?.output?.collect ?? key;
  const isKnown = schemaOf(context, schemaKey) !== undefined;
  const fields = [
    `key: ${literal(key)}`,
    `path: ${path}${key === inputRead ? '' : keyPlace(key, place)}`,
    ...(collected === undefined
      ? []
      : [`collected: { map: ${literal(collected.name)}, key: ${literal(schemaKey)} }`]),
    ...(isKnown ? [`schema: ${imports.validator(folder, schemaKey)}`] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

/** A signal, as whoever hands it over knows it. */
export function signalText({ name, path, measure }: Signal): string {
  return `{ name: ${literal(name)}, path: ${pathText(path)}, measure: ${literal(measure)} }`;
}

function pathText(path: readonly string[]): string {
  return `[${path.map(literal).join(', ')}]`;
}
