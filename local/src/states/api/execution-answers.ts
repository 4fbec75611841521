import { ServiceError } from '../errors.js';
import type { Execution } from '../execution.js';
import type { MachineType } from '../machine-type.js';
import { epochSeconds } from './operation.js';

/** The error for an operation that a state machine of this type does not have. */
export function notSupported(type: MachineType): ServiceError {
  return new ServiceError(
    'StateMachineTypeNotSupported',
    `State Machine Type Not Supported: 'The operation does not support a state machine of the type ${type}'`,
  );
}

/** What an execution was given and what came of it. */
export function outcomeOf(execution: Execution): object {
  const { arn, name, machine, input } = execution.origin;
  const { output, error, cause } = execution.ending ?? {};
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status: execution.status,
    startDate: epochSeconds(execution.started),
    stopDate: execution.stopped === undefined ? undefined : epochSeconds(execution.stopped),
    input,
    inputDetails: { included: true },
    output,
    outputDetails: output === undefined ? undefined : { included: true },
    error,
    cause,
  };
}

/** An execution in a list. */
export function listItemOf(execution: Execution): object {
  return { ...summaryOf(execution), itemCount: execution.origin.mapRun?.items };
}

/** What describes an execution everywhere. */
export function summaryOf(execution: Execution): object {
  const { redrives } = execution;
  const { arn, name, machine, mapRun } = execution.origin;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    mapRunArn: mapRun?.arn,
    name,
    status: execution.status,
    startDate: epochSeconds(execution.started),
    stopDate: execution.stopped === undefined ? undefined : epochSeconds(execution.stopped),
    redriveCount: redrives.count,
    redriveDate: redrives.last === undefined ? undefined : epochSeconds(redrives.last),
    ...execution.qualified,
  };
}
