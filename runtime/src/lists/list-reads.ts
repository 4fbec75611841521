import type { ListReads } from '../step/support.js';
import { undoIterations } from '../step/undo-iterations.js';
import { listText, loadEntries, readCollected } from './collected-list.js';
import { collectedPart } from './collected-part.js';
import { loadItem } from './load-item.js';

/** What a function needs to read items and collected lists; handed to its handler's factory, so that no other function carries it. */
export const listReads: ListReads = {
  loadItem,
  loadCollected: async ({ bucket }, object) => {
    const entries = await loadEntries(bucket, readCollected(bucket, object));
    return { entries, bytes: listText(entries) };
  },
  loadPart: collectedPart,
  undo: undoIterations,
};
