import type { Transformation } from '../../../definition/distributed-map.js';
import { type JsonValue, payloadLimit } from '../../../json.js';
import { dataLimitExceeded } from '../../failure.js';
import type { ResultSink } from './result-sink.js';
import { resultTexts } from './result-texts.js';

/** Collects the results for the state's own output, in the order of the batches, as long as a state may hand them on. */
export function stateResults(state: string, transformation: Transformation): ResultSink {
  const texts: (readonly string[])[] = [];
  const sizes: number[] = [];
  const unsuccessful = new Set<number>();
  let size = 0;
  return {
    add: async ({ index }, child) => {
      const found = resultTexts(child, transformation);
      const bytes = found.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
      size += bytes;
      sizes[index] = bytes;
      // What would be refused at the end is not kept until then.
      texts[index] = size > payloadLimit ? [] : found;
      if (child.outcome?.status !== 'SUCCEEDED') {
        unsuccessful.add(index);
      }
    },
    redrive: () => {
      for (const index of unsuccessful) {
        size -= sizes[index] ?? 0;
      }
      unsuccessful.clear();
    },
    finish: async () => {
      if (size > payloadLimit) {
        throw dataLimitExceeded(state);
      }
      return JSON.parse(`[${texts.flat().join(',')}]`) as JsonValue;
    },
  };
}
