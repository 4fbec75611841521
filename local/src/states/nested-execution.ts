import type { Execution } from './execution.js';
import type { NestedExecution } from './interpreter/engine.js';
import type { JsonObject } from './json.js';
import { redriveOf } from './redrivable.js';

/** An execution as the task sees it that has started it. */
export function nestedExecution(execution: Execution): NestedExecution {
  return {
    arn: execution.origin.arn,
    started: execution.started,
    settled: execution.settled,
    describe: () => describe(execution),
    stop: () => execution.stop({}),
  };
}

/** Times are milliseconds since the epoch here, unlike in the API's own answer. */
function describe(execution: Execution): JsonObject {
  const { arn, name, input, machine } = execution.origin;
  const { output, error, cause } = execution.ending ?? {};
  const { redriveStatus, redriveStatusReason } = redriveOf(execution);
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: arn,
    Input: input,
    InputDetails: { Included: true },
    Name: name,
    ...(output === undefined ? {} : { Output: output, OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: redriveStatus,
    ...(redriveStatusReason === undefined ? {} : { RedriveStatusReason: redriveStatusReason }),
    StartDate: execution.started,
    StateMachineArn: machine.arn,
    Status: execution.status,
    ...(execution.stopped === undefined ? {} : { StopDate: execution.stopped }),
  };
}
