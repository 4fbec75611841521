import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { StartUnavailableError } from '../errors/storage.js';
import { classifyFailure } from '../store/store-failure.js';

/**
 * Starts the execution that has the transaction id as its name, unless it was started before.
 *
 * @throws StartUnavailableError where a retry may help; the SDK's own error where it does not.
 */
export async function ensureExecution(sfn: SFNClient, stateMachineArn: string, txnId: string): Promise<void> {
  const input = JSON.stringify({ processData: txnId });
  try {
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: txnId, input }));
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return;
    if (isTransientFault(error)) throw new StartUnavailableError(stateMachineArn, txnId, error);
    throw error;
  }
}

/** Whether Step Functions may answer otherwise when it is asked again. */
export function isTransientFault(error: unknown): boolean {
  const { kind, code } = classifyFailure(error);
  return kind === 'unavailable' || code === 'ThrottlingException' || code === 'ExecutionLimitExceeded';
}
