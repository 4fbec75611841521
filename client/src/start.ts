import { startExecution } from '@sfs3/runtime';
import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import { parseStateMachineArn, workflowOfStateMachine } from './arn.js';
import type { StartOptions, WorkflowTarget } from './client.js';
import type { Connection } from './connection.js';
import { InvalidInputError } from './errors.js';
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
  checkInput(workflow, definition, input);
  const started = await startExecution({
    s3: connection.s3,
    sfn: connection.sfn,
    bucket: connection.bucket(),
    encryption: connection.encryption,
    stateMachineArn,
    workflow,
    input,
    ...(id === undefined ? {} : { id }),
    ...(definition === undefined ? {} : { outputKeys: definition.outputKeys }),
  });
  const { txnId, executionArn, created, eTag, serverSideEncryption } = started;
  return {
    ...executionHandle(connection, { txnId, executionArn, workflow, outputKeys: definition?.outputKeys }),
    created,
    ...(eTag === undefined ? {} : { eTag }),
    ...(serverSideEncryption === undefined ? {} : { serverSideEncryption }),
  };
}

function checkInput(workflow: string, definition: WorkflowDefinition | undefined, input: object): void {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InvalidInputError(workflow, [{ path: '', rule: 'type', message: 'must be object' }]);
  }
  const validate = definition?.input?.validate;
  if (validate === undefined || validate(input)) return;
  const problems = (validate.errors ?? []).map(({ instancePath, keyword, message }) => ({
    path: instancePath,
    rule: keyword,
    message: message ?? `breaks the rule "${keyword}"`,
  }));
  throw new InvalidInputError(workflow, problems);
}
