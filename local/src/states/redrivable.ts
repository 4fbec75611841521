import type { Execution } from './execution.js';

/** Whether an execution can be started again where it failed, in the API's words. */
export interface Redrivable {
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly redriveStatusReason?: string;
}

/** Source: AWS API reference, DescribeExecution, `redriveStatusReason`. */
export function redriveOf({ status }: Execution): Redrivable {
  return status === 'RUNNING' || status === 'SUCCEEDED'
    ? {
        redriveStatus: 'NOT_REDRIVABLE',
        redriveStatusReason: `Execution is ${status} and cannot be redriven`,
      }
    : { redriveStatus: 'REDRIVABLE' };
}
