import type { MapState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { evaluateArray, evaluateInteger } from '../../expressions/typed.js';
import type { JsonValue } from '../../json.js';
import { runDistributedMap } from '../distributed/distributed-map.js';
import { runSiblings } from '../siblings.js';
import { bindings, type Outcome, type Visit } from '../visit.js';
import { MapLane } from './map-lane.js';

/** How many iterations of an inline Map run at once at most. Source: AWS, "Using Map state in Inline mode". */
const inlineConcurrency = 40;

/** A Map state, inside of its execution or distributed over others. */
export async function runMap(visit: Visit<MapState>): Promise<Outcome> {
  const { distributed } = visit.state;
  return distributed === undefined ? await runInlineMap(visit) : await runDistributedMap(visit, distributed);
}

/** An inline Map state: its result is the outputs of its iterations, in the items' order. */
async function runInlineMap(visit: Visit<MapState>): Promise<Outcome> {
  const { state, thread } = visit;
  const items = await itemsOf(visit);
  const count = Math.min(items.length, await concurrencyOf(visit));
  thread.record('MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const results: JsonValue[] = items.map(() => null);
  const lanes: MapLane[] = [];
  let next = 0;
  try {
    await runSiblings(thread, {
      count,
      run: async (line, number) => {
        const lane = new MapLane(visit, line);
        lanes[number] = lane;
        while (next < items.length) {
          const index = next;
          next += 1;
          const { result } = thread.checkpoint.child(index);
          results[index] =
            result === undefined ? await lane.runIteration(index, items[index] ?? null) : result.output;
        }
      },
      abandoned: (number, how) => lanes[number]?.recordAbandoned(how),
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
