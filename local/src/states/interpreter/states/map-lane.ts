import type { MapState } from '../../definition/machine.js';
import type { JsonObject, JsonValue } from '../../json.js';
import type { Thread } from '../thread.js';
import { bindings, type Visit } from '../visit.js';

/** One of the lines on which a Map runs its iterations, one after the other. */
export class MapLane {
  readonly #visit: Visit<MapState>;
  readonly #line: Thread;
  /** The event that the next iteration follows: the last one inside the iteration before, as in AWS's histories. */
  #follows: number;
  #current: { readonly details: JsonObject; readonly line: Thread } | undefined;

  constructor(visit: Visit<MapState>, line: Thread) {
    this.#visit = visit;
    this.#line = line;
    this.#follows = line.lastEventId;
  }

  /** Runs the iteration of an item and returns its output. */
  async runIteration(index: number, item: JsonValue): Promise<JsonValue> {
    const lane = this.#line;
    lane.signal.throwIfAborted();
    lane.continueFrom(this.#follows);
    const details = { index, name: this.#visit.state.name };
    lane.record('MapIterationStarted', { mapIterationStartedEventDetails: details });
    const line = lane.fork(lane.signal, { Index: index, Value: item });
    line.track(this.#visit.thread.checkpoint.child(index));
    this.#current = { details, line };
    try {
      const input = await this.#select(line, item);
      const output = await this.#visit.runScope(this.#visit.state.processor, input, line);
      this.#follows = line.lastEventId;
      lane.continueFrom(line.lastEventId);
      lane.record('MapIterationSucceeded', { mapIterationSucceededEventDetails: details });
      this.#current = undefined;
      return output;
    } catch (error) {
      lane.continueFrom(line.lastEventId);
      throw error;
    }
  }

  /** Records that the lane's iteration has failed, or was given up, and the state that it was in. */
  recordAbandoned(how: 'Failed' | 'Aborted'): void {
    const { thread } = this.#visit;
    if (this.#current === undefined) {
      return;
    }
    const { details, line } = this.#current;
    if (how === 'Failed') {
      thread.recordAside('MapIterationFailed', { mapIterationFailedEventDetails: details });
    } else {
      thread.recordAside('MapIterationAborted', { mapIterationAbortedEventDetails: details });
    }
    if (line.abortedEvent !== undefined) {
      thread.recordAside(line.abortedEvent);
    }
  }

  /** ItemSelector sees the Map state's own input, and the item in the context object. */
  async #select(line: Thread, item: JsonValue): Promise<JsonValue> {
    const { itemSelector } = this.#visit.state;
    if (itemSelector === undefined) {
      return item;
    }
    const context = { ...this.#visit.context, ...line.mapContext };
    return await itemSelector.evaluate(bindings({ ...this.#visit, context }));
  }
}
