import type { Execution } from './execution.js';
import type { ChildExecution } from './interpreter/nested.js';
import type { JsonObject } from './json.js';
import { redriveOf } from './redrivable.js';

/** An execution as the state sees it that has started it. */
export function nestedExecution(execution: Execution): ChildExecution {
  return {
    arn: execution.origin.arn,
    name: execution.origin.name,
    started: execution.started,
    get settled() {
      return execution.settled;
    },
    get outcome() {
      return execution.ending;
    },
    describe: () => describe(execution),
    stop: () => execution.stop({}),
    redrive: (signal) => execution.redrive({ signal }),
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
    RedriveCount: execution.redrives.count,
    RedriveStatus: redriveStatus,
    ...(redriveStatusReason === undefined ? {} : { RedriveStatusReason: redriveStatusReason }),
    StartDate: execution.started,
    StateMachineArn: machine.arn,
    Status: execution.status,
    ...(execution.stopped === undefined ? {} : { StopDate: execution.stopped }),
  };
}
