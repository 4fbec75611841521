import type { ItemBatcher } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import { evaluateInteger } from '../../expressions/typed.js';
import { exceedsPayloadLimit, type JsonValue, payloadLimit } from '../../json.js';
import { dataLimitExceeded } from '../failure.js';
import { bindings, type Visit } from '../visit.js';
import type { Batch } from './batch.js';

/** The inputs of a Map run's executions: an item each, or several of them. */
export async function* batchesOf(
  visit: Visit<MapState>,
  items: AsyncIterable<JsonValue>,
): AsyncGenerator<Batch> {
  const selected = selectedItems(visit, items);
  const batcher = visit.state.distributed?.batcher;
  if (batcher !== undefined) {
    yield* grouped(visit, batcher, selected);
    return;
  }
  let index = 0;
  for await (const input of selected) {
    if (exceedsPayloadLimit(input)) {
      throw dataLimitExceeded(visit.state.name);
    }
    yield { index, input, items: 1 };
    index += 1;
  }
}

/** ItemSelector sees the Map state's own input, and the item in the context object. */
async function* selectedItems(
  visit: Visit<MapState>,
  items: AsyncIterable<JsonValue>,
): AsyncGenerator<string> {
  const { itemSelector } = visit.state;
  let index = 0;
  for await (const item of items) {
    if (itemSelector === undefined) {
      yield JSON.stringify(item);
    } else {
      const context = { ...visit.context, Map: { Item: { Index: index, Value: item } } };
      yield JSON.stringify(await itemSelector.evaluate(bindings({ ...visit, context })));
    }
    index += 1;
  }
}

/** Source: AWS, "ItemBatcher (Map)": a batch holds as many items as both limits, and that of a state's input, let it. */
async function* grouped(
  visit: Visit<MapState>,
  batcher: ItemBatcher,
  items: AsyncIterable<string>,
): AsyncGenerator<Batch> {
  const limits = await limitsOf(visit, batcher);
  const extra = batcher.input === undefined ? undefined : await batcher.input.evaluate(bindings(visit));
  const head = extra === undefined ? '{"Items":[' : `{"BatchInput":${JSON.stringify(extra)},"Items":[`;
  const frame = Buffer.byteLength(head) + 2;
  let held: string[] = [];
  let size = frame;
  let index = 0;
  const take = (): Batch => {
    const batch = { index, input: `${head}${held.join(',')}]}`, items: held.length };
    held = [];
    size = frame;
    index += 1;
    return batch;
  };
  for await (const item of items) {
    const bytes = Buffer.byteLength(item) + 1;
    if (held.length > 0 && (held.length >= limits.count || size + bytes > limits.bytes)) {
      yield take();
    }
    held.push(item);
    size += bytes;
    if (size > limits.bytes) {
      throw dataLimitExceeded(visit.state.name);
    }
  }
  if (held.length > 0) {
    yield take();
  }
}

async function limitsOf(
  visit: Visit<MapState>,
  { maxItems, maxBytes }: ItemBatcher,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const values = bindings(visit);
  const many = { min: 1, max: Number.MAX_SAFE_INTEGER };
  const few = { min: 1, max: payloadLimit };
  const count = maxItems && (await evaluateInteger(maxItems, 'ItemBatcher/MaxItemsPerBatch', values, many));
  const bytes =
    maxBytes && (await evaluateInteger(maxBytes, 'ItemBatcher/MaxInputBytesPerBatch', values, few));
  return { count: count ?? Number.POSITIVE_INFINITY, bytes: bytes ?? payloadLimit };
}
