import { inspect } from 'node:util';
import type { ExecutionOutcome, StartedExecution, WaitOptions } from '@sfs3/client';
import type { Terminal } from './terminal.js';

/**
 * Waits for an execution and prints what a starter wants to see: the transaction id, how S3 stored the input, the execution's
 * ARN, and its status after each poll.
 */
export async function followExecution(
  execution: StartedExecution,
  print: (line: string) => void,
  options: WaitOptions,
): Promise<ExecutionOutcome> {
  print(`txnId: ${execution.txnId}`);
  if (execution.eTag !== undefined) {
    const stored = { ETag: execution.eTag, ServerSideEncryption: execution.serverSideEncryption };
    print(inspect(stored, { breakLength: Number.POSITIVE_INFINITY }));
  }
  print(execution.executionArn);
  // StartExecution's answer says as much; a short execution may have ended before the first poll.
  if (execution.created) print('status: RUNNING');
  return execution.wait({ ...options, onStatus: ({ status }) => print(`status: ${status}`) });
}

/** Tells why an execution failed. */
export function noteFailure(outcome: ExecutionOutcome, terminal: Terminal): void {
  if (outcome.error !== undefined) terminal.note(`error: ${outcome.error}`);
  if (outcome.cause !== undefined) terminal.note(`cause: ${outcome.cause}`);
}
