import type { MapState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { evaluateArray, evaluateInteger } from '../../expressions/typed.js';
import type { JsonValue } from '../../json.js';
import { runScope } from '../run-scope.js';
import { runSiblings } from '../siblings.js';
import type { Thread } from '../thread.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** How many iterations of an inline Map run at once at most. Source: AWS, "Using Map state in Inline mode". */
const inlineConcurrency = 40;

/** An inline Map state: its result is the outputs of its iterations, in the items' order. */
export async function runMap(visit: Visit<MapState>): Promise<Outcome> {
  const { state, thread } = visit;
  const items = await itemsOf(visit);
  const lanes = Math.min(items.length, await concurrencyOf(visit));
  thread.record('MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const results: JsonValue[] = items.map(() => null);
  let next = 0;
  try {
    await runSiblings(thread, lanes, async (lane) => {
      let follows = lane.lastEventId;
      while (next < items.length) {
        const index = next;
        next += 1;
        lane.continueFrom(follows);
        const iteration = await runIteration(visit, lane, { index, value: items[index] ?? null });
        results[index] = iteration.output;
        follows = iteration.lastEventId;
      }
    });
  } catch (error) {
    if (!thread.signal.aborted) {
      thread.record('MapStateFailed');
    }
    throw error;
  }
  thread.recordAside('MapStateSucceeded');
  return { result: results, hasResult: true, output: state.output, assign: state.assign, next: state.next };
}

async function itemsOf(visit: Visit<MapState>): Promise<readonly JsonValue[]> {
  if (visit.state.items !== undefined) {
    return await evaluateArray(visit.state.items, 'Items', bindings(visit));
  }
  if (!Array.isArray(visit.input)) {
    throw unexpectedType('Items', 'array', visit.input);
  }
  return visit.input;
}

async function concurrencyOf(visit: Visit<MapState>): Promise<number> {
  const { maxConcurrency } = visit.state;
  if (maxConcurrency === undefined) {
    return inlineConcurrency;
  }
  const limits = { min: 0, max: Number.MAX_SAFE_INTEGER };
  const wanted = await evaluateInteger(maxConcurrency, 'MaxConcurrency', bindings(visit), limits);
  return wanted === 0 ? inlineConcurrency : Math.min(wanted, inlineConcurrency);
}

interface Item {
  readonly index: number;
  readonly value: JsonValue;
}

interface Iteration {
  readonly output: JsonValue;
  /** The last event inside: the lane's next iteration follows it, as in AWS's histories. */
  readonly lastEventId: number;
}

async function runIteration(visit: Visit<MapState>, lane: Thread, item: Item): Promise<Iteration> {
  lane.signal.throwIfAborted();
  const { state } = visit;
  const details = { index: item.index, name: state.name };
  lane.record('MapIterationStarted', { mapIterationStartedEventDetails: details });
  const line = lane.fork(lane.signal, { Index: item.index, Value: item.value });
  try {
    const input = await selectItem(visit, line, item.value);
    const output = await runScope(state.processor, input, line);
    lane.continueFrom(line.lastEventId);
    lane.record('MapIterationSucceeded', { mapIterationSucceededEventDetails: details });
    return { output, lastEventId: line.lastEventId };
  } catch (error) {
    lane.continueFrom(line.lastEventId);
    if (lane.signal.aborted) {
      lane.recordAside('MapIterationAborted', { mapIterationAbortedEventDetails: details });
    } else {
      lane.recordAside('MapIterationFailed', { mapIterationFailedEventDetails: details });
    }
    throw error;
  }
}

/** ItemSelector sees the Map state's own input, and the item in the context object. */
async function selectItem(visit: Visit<MapState>, line: Thread, item: JsonValue): Promise<JsonValue> {
  const { itemSelector } = visit.state;
  if (itemSelector === undefined) {
    return item;
  }
  const context = { ...visit.context, ...line.mapContext };
  return await itemSelector.evaluate(bindings({ ...visit, context }));
}
