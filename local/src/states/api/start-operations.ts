import { parseStateMachineArn } from '../arn.js';
import type { Execution } from '../execution.js';
import type { StartRequest } from '../executions.js';
import { notSupported, outcomeOf } from './execution-answers.js';
import { epochSeconds, type Operation, type Resources } from './operation.js';
import type { RequestBody } from './request.js';

function requestOf(body: RequestBody, { machines }: Resources): StartRequest {
  const arn = body.required('stateMachineArn');
  return {
    machine: machines.get(arn),
    qualifier: parseStateMachineArn(arn).qualifier,
    name: body.text('name'),
    input: body.text('input') ?? '{}',
  };
}

const startExecution: Operation = (body, resources) => {
  const execution = resources.executions.start(requestOf(body, resources));
  return { executionArn: execution.origin.arn, startDate: epochSeconds(execution.started) };
};

const startSyncExecution: Operation = async (body, resources) => {
  const request = requestOf(body, resources);
  if (request.machine.type !== 'EXPRESS') {
    throw notSupported(request.machine.type);
  }
  const execution = resources.executions.start(request);
  await execution.settled;
  return {
    ...outcomeOf(execution),
    billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: durationOf(execution) },
  };
};

/** The operations that start executions, by AWS's names. */
export const startOperations: Readonly<Record<string, Operation>> = {
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
};

/** In milliseconds; billed in steps of 100. */
function durationOf({ started, stopped = started }: Execution): number {
  return Math.ceil(Math.max(stopped - started, 1) / 100) * 100;
}
