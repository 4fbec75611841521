import type { Transformation } from '../../../definition/distributed-map.js';
import { type JsonValue, payloadLimit } from '../../../json.js';
import { dataLimitExceeded } from '../../failure.js';
import type { ResultSink } from './result-sink.js';
import { resultTexts } from './result-texts.js';

/** Collects the results for the state's own output, in the order of the batches, as long as a state may hand them on. */
export function stateResults(state: string, transformation: Transformation): ResultSink {
  const texts: (readonly string[])[] = [];
  let size = 0;
  return {
    add: async ({ index }, child) => {
      const found = resultTexts(child, transformation);
      size += found.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
      // What would be refused at the end is not kept until then.
      texts[index] = size > payloadLimit ? [] : found;
    },
    finish: async () => {
      if (size > payloadLimit) {
        throw dataLimitExceeded(state);
      }
      return JSON.parse(`[${texts.flat().join(',')}]`) as JsonValue;
    },
  };
}
