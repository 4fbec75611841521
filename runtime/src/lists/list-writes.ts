import type { ListWrites } from '../step/support.js';
import { entryRanges } from './item-rows.js';
import { rangesIn, storeList } from './store-lists.js';

/** What a function needs to note where the items of lists are; handed to its handler's factory, so that no other function carries it. */
export const listWrites: ListWrites = {
  /** The input never changes, so that what an earlier visit noted still holds. */
  ofInput: async (visit, { inputLists = [] }, input) => {
    // A document that is published has been gone over by every map.
    if (input === undefined || input.published) return;
    for (const list of inputLists) {
      const { ranges } = rangesIn(list, input.text, input.offset);
      await storeList(visit, { map: list.map, onLoop: false, ranges });
    }
  },
  ofOutput: async (scope, output, { part, offset = 0 }) => {
    if (!output?.lists) return;
    const { lists, onLoop = false, collected, map } = output;
    const iteration = map === undefined ? undefined : scope.event.iteration;
    for (const list of lists) {
      const ranges = collected
        ? entryRanges(JSON.parse(Buffer.from(part.bytes).toString()).count, list.batch)
        : rangesIn(list, part.bytes, offset).ranges;
      await storeList(scope, { map: list.map, onLoop, iteration, ranges });
    }
  },
};
