import { executionArnOf, fetchDocument, openStoredContent } from '@sfs3/runtime';
import { txnIdPattern, type WorkflowDefinition } from '@sfs3/runtime/contract';
import { parseExecutionArn, parseStateMachineArn, workflowsOfStateMachine } from './arn.js';
import type { ExecutionReference } from './client.js';
import type { Connection } from './connection.js';
import { describeExecution, executionStatusOf } from './describe.js';
import { ClientConfigurationError, ExecutionFailedError } from './errors.js';
import type { Execution } from './execution.js';
import { findWorkflow } from './find-workflow.js';
import { waitForEnd } from './wait.js';

/** What must be known of an execution to ask about it. */
export interface KnownExecution {
  readonly txnId: string;
  readonly executionArn: string;
  /** More than one where the name of the state machine does not tell. */
  readonly workflows: readonly [string, ...string[]];
  readonly outputKeys: readonly string[] | undefined;
  readonly sensitive: readonly string[] | undefined;
  readonly contents: readonly string[] | undefined;
}

/** The handle of an execution: asks nothing by itself. */
export function executionHandle(connection: Connection, known: KnownExecution): Execution {
  const { txnId, executionArn, workflows, outputKeys, sensitive, contents } = known;
  const locate = async () => {
    const { s3 } = connection;
    const bucket = connection.bucket();
    return { s3, bucket, txnId, workflow: await findWorkflow(s3, bucket, { txnId, workflows }) };
  };
  const read = async () => fetchDocument({ ...(await locate()), outputKeys, sensitive, contents });
  const handle: Execution = {
    txnId,
    executionArn,
    status: async () => executionStatusOf(executionArn, await describeExecution(connection, executionArn)),
    wait: (options = {}) => waitForEnd(connection, executionArn, options),
    fetch: async () => (await read()).document,
    fetchText: async () => (await read()).text,
    open: async (key) => openStoredContent({ ...(await locate()), key }),
    result: async (options) => {
      const outcome = await handle.wait(options);
      if (outcome.status !== 'SUCCEEDED') throw new ExecutionFailedError(outcome);
      return handle.fetch();
    },
  };
  return handle;
}

/** Works out what is missing of a reference; asks Step Functions only where the execution's name is not its transaction id. */
export async function resolveReference(
  connection: Connection,
  reference: ExecutionReference,
  definition: WorkflowDefinition | undefined,
): Promise<KnownExecution> {
  const executionArn = arnOf(reference);
  const { name, stateMachineName } = parseExecutionArn(executionArn);
  return {
    txnId: txnIdPattern.test(name) ? name : await askTxnId(connection, executionArn),
    executionArn,
    workflows: definition === undefined ? workflowsOfStateMachine(stateMachineName) : [definition.workflow],
    outputKeys: definition?.outputKeys,
    sensitive: definition?.sensitive,
    contents: definition?.contents,
  };
}

function arnOf(reference: ExecutionReference): string {
  if ('executionArn' in reference) return reference.executionArn;
  parseStateMachineArn(reference.stateMachineArn);
  return executionArnOf(reference.stateMachineArn, reference.txnId);
}

/** Older starters name executions as they like: there the execution's input holds the key of the document. */
async function askTxnId(connection: Connection, executionArn: string): Promise<string> {
  const { input } = await describeExecution(connection, executionArn);
  const parsed: unknown = JSON.parse(input ?? '{}');
  const processData =
    typeof parsed === 'object' && parsed !== null && 'processData' in parsed ? parsed.processData : undefined;
  if (typeof processData === 'string' && txnIdPattern.test(processData)) return processData;
  throw new ClientConfigurationError(
    `Execution "${executionArn}" was not started with {"processData": "0x…"}, so it has no document.`,
  );
}
