import { DescribeExecutionCommand, type DescribeExecutionCommandOutput } from '@aws-sdk/client-sfn';
import type { Connection } from './connection.js';
import type { ExecutionStatus, StatusName } from './execution.js';

/** Asks Step Functions, when it is this caller's turn, and insists on an answer. */
export async function describeExecution(
  connection: Connection,
  executionArn: string,
): Promise<DescribeExecutionCommandOutput> {
  await connection.pace.turn();
  return connection.sfn.send(new DescribeExecutionCommand({ executionArn }));
}

/** Asks Step Functions just once, when it is this caller's turn. */
export async function pollExecution(
  connection: Connection,
  executionArn: string,
  signal: AbortSignal,
): Promise<ExecutionStatus> {
  await connection.pace.turn(signal);
  const answer = await connection.polls.send(new DescribeExecutionCommand({ executionArn }), {
    abortSignal: signal,
  });
  return executionStatusOf(executionArn, answer);
}

/** What of the answer the client hands on. */
export function executionStatusOf(
  executionArn: string,
  answer: DescribeExecutionCommandOutput,
): ExecutionStatus {
  return {
    // A status that this client does not know yet means that the execution has not ended in a way it knows.
    status: (answer.status ?? 'RUNNING') as StatusName,
    executionArn,
    ...(answer.startDate === undefined ? {} : { startDate: answer.startDate }),
    ...(answer.stopDate === undefined ? {} : { stopDate: answer.stopDate }),
    ...(answer.error === undefined ? {} : { error: answer.error }),
    ...(answer.cause === undefined ? {} : { cause: answer.cause }),
  };
}
