import type { ItemListerDefinition } from '../contract/definition.js';
import { loadItem } from '../lists/load-item.js';
import { rangesIn, storeList } from '../lists/store-lists.js';
import { readSignals } from '../signals/read-signals.js';
import type { StepHandler } from './step-flow.js';
import { createVisitHandler } from './visit-handler.js';

/** Makes the handler of a function that finds, in the item of one map, the list that a map inside goes over. */
export function createItemListerHandler(definition: ItemListerDefinition): StepHandler {
  const { step, read, list, count } = definition;
  return createVisitHandler(definition, async (visit) => {
    const { bytes, value, offset } = await loadItem(visit, read.key, read.item);
    const signals = readSignals({ step, key: read.key }, [count], value);
    const { ranges } = rangesIn(list, bytes, offset);
    await storeList(visit, { map: list.map, onLoop: false, iteration: visit.event.iteration, ranges });
    return { signals: { [read.key]: signals } };
  });
}
