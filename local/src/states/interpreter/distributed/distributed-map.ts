import { randomUUID } from 'node:crypto';
import type { DistributedMap } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { evaluateInteger, evaluateNumber } from '../../expressions/typed.js';
import { isJsonObject, type JsonValue } from '../../json.js';
import { Cancelled, StateFailure } from '../failure.js';
import { childSignal } from '../signals.js';
import { bindings, type Outcome, type Visit } from '../visit.js';
import { batchesOf } from './batches.js';
import { type ItemSource, itemSource } from './item-source.js';
import { KeptChildren } from './kept-children.js';
import { MapProgress } from './map-progress.js';
import { MapRun, type MapRunLimits } from './map-run.js';
import type { ResultSink } from './results/result-sink.js';
import { s3Results } from './results/s3-results.js';
import { stateResults } from './results/state-results.js';
import { runChildren } from './run-children.js';

/** A distributed Map state: each item, or batch of items, has an execution of its own. */
export async function runDistributedMap(visit: Visit<MapState>, map: DistributedMap): Promise<Outcome> {
  const { state, thread } = visit;
  const child = childSignal(thread.signal);
  try {
    const limits = await limitsOf(visit, map);
    const place = await placeOf(visit, map);
    const source = await itemSource(visit, child.signal);
    const length = source.length ?? 0;
    thread.record('MapStateStarted', { mapStateStartedEventDetails: { length } });
    const earlier = thread.checkpoint.mapProgress;
    const progress = earlier ?? beginRun(visit, map, { limits, source, place });
    if (earlier !== undefined) {
      redriveRun(visit, earlier);
    }
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

async function limitsOf(visit: Visit<MapState>, map: DistributedMap): Promise<MapRunLimits> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = map;
  const { maxConcurrency } = visit.state;
  const values = bindings(visit);
  const whole = { min: 0, max: Number.MAX_SAFE_INTEGER };
  return {
    maxConcurrency:
      (maxConcurrency && (await evaluateInteger(maxConcurrency, 'MaxConcurrency', values, whole))) ?? 0,
    toleratedFailureCount: count && (await evaluateInteger(count, 'ToleratedFailureCount', values, whole)),
    toleratedFailurePercentage:
      percentage &&
      (await evaluateNumber(percentage, 'ToleratedFailurePercentage', values, { min: 0, max: 100 })),
  };
}

/** Where the results are written; undefined for the state's output. */
interface Place {
  readonly bucket: string;
  readonly prefix: string;
}

async function placeOf(visit: Visit<MapState>, { writer }: DistributedMap): Promise<Place | undefined> {
  if (writer?.arguments === undefined) {
    return undefined;
  }
  const place = await writer.arguments.evaluate(bindings(visit));
  const { Bucket: bucket, Prefix: prefix = '' } = isJsonObject(place) ? place : {};
  if (typeof bucket !== 'string' || typeof prefix !== 'string') {
    throw unexpectedType('ResultWriter/Arguments', 'place in S3', place);
  }
  return { bucket, prefix };
}

interface RunSettings {
  readonly limits: MapRunLimits;
  readonly source: ItemSource;
  readonly place: Place | undefined;
}

function beginRun(
  visit: Visit<MapState>,
  map: DistributedMap,
  { limits, source, place }: RunSettings,
): MapProgress {
  const { thread } = visit;
  const { engine, executionArn, stateMachineArn } = thread.run;
  const [, , , region, account, , machine] = stateMachineArn.split(':');
  const origin = {
    arn: `arn:aws:states:${region}:${account}:mapRun:${machine}/${map.label}:${randomUUID()}`,
    executionArn,
    stateMachineArn: `${stateMachineArn}/${map.label}`,
    clock: engine.clock,
  };
  const run = new MapRun(origin, limits, source.length);
  engine.mapRuns.add(run);
  thread.record('MapRunStarted', { mapRunStartedEventDetails: { mapRunArn: origin.arn } });
  const progress = new MapProgress(run, sinkOf(visit, map, { run, place }));
  thread.checkpoint.mapProgress = progress;
  return progress;
}

function redriveRun({ thread }: Visit<MapState>, { run, sink }: MapProgress): void {
  run.redrive();
  sink.redrive();
  thread.record('MapRunRedriven', {
    mapRunRedrivenEventDetails: { mapRunArn: run.origin.arn, redriveCount: run.redrives.count },
  });
}

function sinkOf(
  { state, thread }: Visit<MapState>,
  { writer }: DistributedMap,
  { run, place }: { readonly run: MapRun; readonly place: Place | undefined },
): ResultSink {
  return writer === undefined || place === undefined
    ? stateResults(state.name, writer?.transformation ?? 'COMPACT')
    : s3Results({ engine: thread.run.engine, run, writer, ...place });
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
    const { error: name = 'States.Runtime', explanation = String(error) } =
      error instanceof StateFailure ? error : {};
    thread.record('MapRunFailed', { mapRunFailedEventDetails: { error: name, cause: explanation } });
    thread.record('MapStateFailed');
    throw error;
  }
}
