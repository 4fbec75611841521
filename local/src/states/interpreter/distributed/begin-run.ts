import { randomUUID } from 'node:crypto';
import type { DistributedMap } from '../../definition/distributed-map.js';
import type { MapState } from '../../definition/machine.js';
import type { Visit } from '../visit.js';
import { MapProgress } from './map-progress.js';
import { MapRun } from './map-run.js';
import type { ResultSink } from './results/result-sink.js';
import { s3Results } from './results/s3-results.js';
import { stateResults } from './results/state-results.js';
import type { Place, RunSettings } from './run-settings.js';

/** Begins a run; `length` is the number of its items, where that is known. */
export function beginRun(
  visit: Visit<MapState>,
  map: DistributedMap,
  { settings, length }: { readonly settings: RunSettings; readonly length: number | undefined },
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
  const run = new MapRun(origin, settings.limits, length);
  engine.mapRuns.add(run);
  thread.record('MapRunStarted', { mapRunStartedEventDetails: { mapRunArn: origin.arn } });
  const progress = new MapProgress(run, sinkOf(visit, map, { run, place: settings.place }));
  thread.checkpoint.mapProgress = progress;
  return progress;
}

/** Goes on with a run that has ended without success. */
export function redriveRun({ thread }: Visit<MapState>, progress: MapProgress): MapProgress {
  const { run, sink } = progress;
  run.redrive();
  sink.redrive();
  thread.record('MapRunRedriven', {
    mapRunRedrivenEventDetails: { mapRunArn: run.origin.arn, redriveCount: run.redrives.count },
  });
  return progress;
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
