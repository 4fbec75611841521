import type { DistributedMap } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import { EvaluationError } from '../../expressions/evaluation-error.js';
import type { JsonObject, JsonValue } from '../../json.js';
import { Cancelled, StateFailure } from '../failure.js';
import { childSignal } from '../signals.js';
import type { Outcome, Visit } from '../visit.js';
import { batchesOf } from './batches.js';
import { beginRun, redriveRun } from './begin-run.js';
import { type ItemSource, itemSource } from './item-source.js';
import { KeptChildren } from './kept-children.js';
import type { MapProgress } from './map-progress.js';
import type { MapRun } from './map-run.js';
import { runChildren } from './run-children.js';
import { runSettings } from './run-settings.js';

/** A distributed Map state: each item, or batch of items, has an execution of its own. */
export async function runDistributedMap(visit: Visit<MapState>, map: DistributedMap): Promise<Outcome> {
  const { state, thread } = visit;
  const child = childSignal(thread.signal);
  try {
    const settings = await runSettings(visit, map);
    const source = await itemSource(visit, child.signal);
    const length = source.length ?? 0;
    thread.record('MapStateStarted', { mapStateStartedEventDetails: { length } });
    const earlier = thread.checkpoint.mapProgress;
    const progress =
      earlier === undefined
        ? beginRun(visit, map, { settings, length: source.length })
        : redriveRun(visit, earlier);
    const cancel = (): void => child.abort(new Cancelled());
    const result = await collect(visit, progress.run, () =>
      runItems({ visit, map, progress, source, signal: child.signal, cancel }),
    );
    thread.recordAside('MapStateSucceeded');
    return { result, hasResult: true, output: state.output, assign: state.assign, next: state.next };
  } finally {
    child.close();
  }
}

interface ItemsToRun {
  readonly visit: Visit<MapState>;
  readonly map: DistributedMap;
  readonly progress: MapProgress;
  readonly source: ItemSource;
  readonly signal: AbortSignal;
  cancel(): void;
}

async function runItems({ visit, map, progress, source, signal, cancel }: ItemsToRun): Promise<JsonValue> {
  const { run, sink } = progress;
  const { nesting } = visit.thread.run.engine;
  const kept = new KeptChildren((child) => nesting.forget(child));
  const origin = {
    mapRunArn: run.origin.arn,
    parentArn: run.origin.executionArn,
    label: map.label,
    type: map.executionType,
    scope: visit.state.processor,
    signal,
  };
  await runChildren({
    run,
    batches: batchesOf(visit, source.items),
    needs: ({ index }) => !progress.hasSucceeded(index),
    signal,
    start: ({ index, input, items }) => {
      const earlier = progress.unsuccessful(index);
      if (earlier === undefined || map.executionType === 'EXPRESS') {
        return nesting.startChild({ ...origin, input, items });
      }
      earlier.redrive(signal);
      return earlier;
    },
    ended: async (batch, child) => {
      await sink.add(batch, child);
      progress.add(batch.index, child);
      kept.add(child);
    },
    cancel,
  });
  visit.thread.signal.throwIfAborted();
  if (run.exceeded) {
    await sink.finish().catch(() => undefined);
    throw new StateFailure(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  }
  return await sink.finish();
}

/** Ends the run as the work ends, and tells the history how. */
async function collect(
  { thread }: Visit<MapState>,
  run: MapRun,
  work: () => Promise<JsonValue>,
): Promise<JsonValue> {
  try {
    const result = await work();
    run.end('SUCCEEDED');
    thread.record('MapRunSucceeded');
    return result;
  } catch (error) {
    if (thread.signal.aborted) {
      run.end('ABORTED');
      throw error;
    }
    run.end('FAILED');
    thread.record('MapRunFailed', { mapRunFailedEventDetails: reasonOf(error) });
    thread.record('MapStateFailed');
    throw error;
  }
}

function reasonOf(error: unknown): JsonObject {
  if (error instanceof StateFailure) {
    const { explanation } = error;
    return { error: error.error, ...(explanation === undefined ? {} : { cause: explanation }) };
  }
  const name = error instanceof EvaluationError ? 'States.QueryEvaluationError' : 'States.Runtime';
  return { error: name, cause: error instanceof Error ? error.message : String(error) };
}
