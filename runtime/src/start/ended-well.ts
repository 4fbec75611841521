import { DescribeExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { DownstreamFailedError, DownstreamPendingError } from '../errors/downstream.js';
import { describeEnd } from '../step/failure-message.js';
import { isTransientFault } from './ensure-execution.js';

/**
 * Makes sure that the execution that a step waits for has ended well.
 *
 * @throws DownstreamPendingError where that may still become known; DownstreamFailedError where it has not ended well.
 */
export async function ensureEndedWell(sfn: SFNClient, step: string, executionArn: string): Promise<void> {
  const execution = { step, executionArn };
  const { status, error, cause } = await describe(sfn, execution);
  if (status === 'SUCCEEDED') return;
  if (status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED') {
    throw new DownstreamFailedError(execution, status, describeEnd({ status, error, cause }));
  }
  throw new DownstreamPendingError(execution);
}

async function describe(sfn: SFNClient, execution: { readonly step: string; readonly executionArn: string }) {
  try {
    return await sfn.send(new DescribeExecutionCommand({ executionArn: execution.executionArn }));
  } catch (error) {
    if (isTransientFault(error)) throw new DownstreamPendingError(execution, error);
    throw error;
  }
}
