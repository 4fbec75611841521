import type { ItemReader } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { evaluateArray, evaluateInteger } from '../../expressions/typed.js';
import { exceedsPayloadLimit, isJsonObject, type JsonObject, type JsonValue } from '../../json.js';
import { StateFailure } from '../failure.js';
import { bindings, type Visit } from '../visit.js';
import { itemFormats } from './readers/item-formats.js';
import { listObjects } from './readers/list-objects.js';
import { readText } from './readers/read-text.js';

/** The items of a distributed Map, one after the other; `length` is known where they come with the state's input. */
export interface ItemSource {
  readonly length: number | undefined;
  readonly items: AsyncIterable<JsonValue>;
}

/** Where a distributed Map takes its items from. Reading throws `States.ItemReaderFailed`. */
export async function itemSource(visit: Visit<MapState>, signal: AbortSignal): Promise<ItemSource> {
  const { state, input } = visit;
  const reader = state.distributed?.reader;
  if (reader !== undefined) {
    const items = await readItems(visit, reader, signal);
    return { length: undefined, items };
  }
  const items =
    state.items === undefined ? input : await evaluateArray(state.items, 'Items', bindings(visit));
  if (!Array.isArray(items)) {
    throw unexpectedType('Items', 'array', items);
  }
  return { length: items.length, items: each(items) };
}

async function* each(items: readonly JsonValue[]): AsyncGenerator<JsonValue> {
  yield* items;
}

async function readItems(
  visit: Visit<MapState>,
  reader: ItemReader,
  signal: AbortSignal,
): Promise<AsyncIterable<JsonValue>> {
  const values = bindings(visit);
  const parameters = reader.arguments === undefined ? {} : await reader.arguments.evaluate(values);
  if (!isJsonObject(parameters)) {
    throw unexpectedType('ItemReader/Arguments', 'object', parameters);
  }
  const limits = { min: 1, max: Number.MAX_SAFE_INTEGER };
  const most =
    reader.maxItems &&
    (await evaluateInteger(reader.maxItems, 'ItemReader/ReaderConfig/MaxItems', values, limits));
  return limited(open(visit, reader, parameters, signal), most ?? Number.POSITIVE_INFINITY);
}

function open(
  { thread }: Visit<MapState>,
  { action, config }: ItemReader,
  parameters: JsonObject,
  signal: AbortSignal,
): AsyncIterable<JsonValue> {
  const { engine } = thread.run;
  if (action === 'listObjectsV2') {
    return listObjects(engine, parameters, signal);
  }
  return itemFormats[config.InputType ?? 'JSON'](readText(engine, parameters, signal), config);
}

/** Whatever goes wrong while items are read is the reader's failure. */
async function* limited(items: AsyncIterable<JsonValue>, most: number): AsyncGenerator<JsonValue> {
  let count = 0;
  try {
    for await (const item of items) {
      if (exceedsPayloadLimit(JSON.stringify(item))) {
        throw new Error(`The item ${count} is larger than a state may hand on.`);
      }
      yield item;
      count += 1;
      if (count >= most) {
        return;
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw error instanceof StateFailure ? error : new StateFailure('States.ItemReaderFailed', message);
  }
}
