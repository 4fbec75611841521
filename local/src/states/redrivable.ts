import { ServiceError } from './errors.js';
import type { Execution } from './execution.js';

/** Whether an execution can be started again where it failed, in the API's words. */
export interface Redrivable {
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE' | 'REDRIVABLE_BY_MAP_RUN';
  readonly redriveStatusReason?: string;
}

/** Source: AWS API reference, DescribeExecution, `redriveStatus` and `redriveStatusReason`. */
export function redriveOf({ status, origin, history }: Execution): Redrivable {
  if (status === 'RUNNING' || status === 'SUCCEEDED') {
    return notRedrivable(`Execution is ${status} and cannot be redriven`);
  }
  if (history.full) {
    return notRedrivable('Execution history event limit exceeded');
  }
  return { redriveStatus: origin.mapRun === undefined ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN' };
}

/** Throws `ExecutionNotRedrivable` where an execution cannot be redriven by itself. */
export function checkRedrivable(execution: Execution): void {
  const { redriveStatus, redriveStatusReason } = redriveOf(execution);
  if (redriveStatus !== 'REDRIVABLE') {
    const reason = redriveStatusReason ?? 'Execution belongs to a Map Run and is redriven with it';
    throw new ServiceError('ExecutionNotRedrivable', `Execution Not Redrivable: '${reason}'`);
  }
}

function notRedrivable(redriveStatusReason: string): Redrivable {
  return { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason };
}
