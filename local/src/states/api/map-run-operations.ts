import type { MapRun, MapRunCounts } from '../interpreter/distributed/map-run.js';
import { epochSeconds, type Operation } from './operation.js';
import { pageOf } from './paging.js';

const describeMapRun: Operation = (body, { mapRuns }) => {
  const run = mapRuns.get(body.required('mapRunArn'));
  const { limits, origin } = run;
  return {
    mapRunArn: origin.arn,
    executionArn: origin.executionArn,
    status: run.status,
    startDate: epochSeconds(run.started),
    stopDate: run.stopped === undefined ? undefined : epochSeconds(run.stopped),
    maxConcurrency: limits.maxConcurrency,
    toleratedFailureCount: limits.toleratedFailureCount ?? 0,
    toleratedFailurePercentage: limits.toleratedFailurePercentage ?? 0,
    itemCounts: countsOf(run, run.items, run.total),
    executionCounts: countsOf(run, run.executions, undefined),
    redriveCount: run.redrives.count,
    redriveDate: run.redrives.last === undefined ? undefined : epochSeconds(run.redrives.last),
  };
};

const listMapRuns: Operation = (body, { executions, mapRuns }) => {
  const { arn } = executions.get(body.required('executionArn')).origin;
  const runs = mapRuns.of(arn);
  const positions = new Map(runs.map((run, index) => [run, index]));
  const page = pageOf(runs, {
    maxResults: body.maxResults(),
    nextToken: body.text('nextToken'),
    keyOf: (run) => positions.get(run) ?? 0,
  });
  return { mapRuns: page.items.map(summaryOf), nextToken: page.nextToken };
};

const updateMapRun: Operation = (body, { mapRuns }) => {
  const run = mapRuns.get(body.required('mapRunArn'));
  const changes = {
    maxConcurrency: body.number('maxConcurrency'),
    toleratedFailureCount: body.number('toleratedFailureCount'),
    toleratedFailurePercentage: body.number('toleratedFailurePercentage'),
  };
  run.update(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
  return {};
};

/** The operations on runs of distributed Maps, by AWS's names. */
export const mapRunOperations: Readonly<Record<string, Operation>> = {
  DescribeMapRun: describeMapRun,
  ListMapRuns: listMapRuns,
  UpdateMapRun: updateMapRun,
};

function countsOf(run: MapRun, counts: MapRunCounts, total: number | undefined): object {
  const all = Math.max(total ?? 0, counts.TOTAL);
  return {
    pending: all - counts.TOTAL,
    running: counts.RUNNING,
    succeeded: counts.SUCCEEDED,
    failed: counts.FAILED,
    timedOut: counts.TIMED_OUT,
    aborted: counts.ABORTED,
    total: all,
    resultsWritten: run.resultsWritten,
  };
}

function summaryOf({ origin, started, stopped }: MapRun): object {
  return {
    executionArn: origin.executionArn,
    mapRunArn: origin.arn,
    stateMachineArn: origin.stateMachineArn,
    startDate: epochSeconds(started),
    stopDate: stopped === undefined ? undefined : epochSeconds(stopped),
  };
}
