import { startExecution } from '@sfs3/runtime';
import { parseStateMachineArn, workflowsOfStateMachine } from './arn.js';
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
  const { name } = parseStateMachineArn(stateMachineArn);
  const workflows =
    definition === undefined ? workflowsOfStateMachine(name) : ([definition.workflow] as const);
  const started = await startExecution({
    s3: connection.s3,
    sfn: connection.sfn,
    bucket: connection.bucket(),
    encryption: connection.encryption,
    stateMachineArn,
    workflow: workflows[0],
    input,
    id,
    outputKeys: definition?.outputKeys,
    schema: definition?.input,
  });
  const { txnId, executionArn, created, eTag, serverSideEncryption } = started;
  return {
    ...executionHandle(connection, {
      txnId,
      executionArn,
      workflows,
      outputKeys: definition?.outputKeys,
      sensitive: definition?.sensitive,
      contents: definition?.contents,
    }),
    created,
    ...(eTag === undefined ? {} : { eTag }),
    ...(serverSideEncryption === undefined ? {} : { serverSideEncryption }),
  };
}
