import { startExecution } from '@sfs3/runtime';
import { parseStateMachineArn, workflowOfStateMachine } from './arn.js';
import type { StartOptions, WorkflowTarget } from './client.js';
import type { Connection } from './connection.js';
import type { StartedExecution } from './execution.js';
import { executionHandle } from './execution-handle.js';

/** Checks the input where its schema is known, stores it and starts an execution. */
export async function start(
  connection: Connection,
  target: WorkflowTarget,
  input: object,
  { id }: StartOptions,
): Promise<StartedExecution> {
  const stateMachineArn = typeof target === 'string' ? target : target.stateMachineArn;
  const definition = typeof target === 'string' ? undefined : target;
  const workflow = definition?.workflow ?? workflowOfStateMachine(parseStateMachineArn(stateMachineArn).name);
  const started = await startExecution({
    s3: connection.s3,
    sfn: connection.sfn,
    bucket: connection.bucket(),
    encryption: connection.encryption,
    stateMachineArn,
    workflow,
    input,
    id,
    outputKeys: definition?.outputKeys,
    schema: definition?.input,
  });
  const { txnId, executionArn, created, eTag, serverSideEncryption } = started;
  return {
    ...executionHandle(connection, { txnId, executionArn, workflow, outputKeys: definition?.outputKeys }),
    created,
    ...(eTag === undefined ? {} : { eTag }),
    ...(serverSideEncryption === undefined ? {} : { serverSideEncryption }),
  };
}
