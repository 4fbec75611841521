import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import type { WorkflowDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { requireVariable } from '../environment.js';
import { executionArnOf } from '../start/arn.js';
import { sharedStatesClient } from '../start/states-client.js';
import { checkTxnId } from '../start/txn-id.js';
import { createHttpHandler, type HttpHandler, HttpProblem, jsonResponse } from './http-api.js';

/**
 * Makes the handler of `GET …/{txnId}`: `txnId`, `executionArn`, `status`, `started`, and where they are known `stopped` and
 * `error`, the error's name. Its cause stays in Step Functions, since it may quote what a step read.
 */
export function createStatusHandler(definition: WorkflowDefinition): HttpHandler {
  const sfn = sharedStatesClient();
  return createHttpHandler(definition.workflow, 'status', async (request) => {
    const txnId = checkTxnId(request.pathParameters?.txnId);
    const executionArn = executionArnOf(requireVariable(environmentNames.stateMachine), txnId);
    const execution = await sfn
      .send(new DescribeExecutionCommand({ executionArn }))
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'ExecutionDoesNotExist') throw error;
        throw new HttpProblem(404, error.name, `There is no execution ${txnId} of ${definition.workflow}.`);
      });
    return jsonResponse(200, {
      txnId,
      executionArn,
      status: execution.status,
      started: execution.startDate?.toISOString(),
      stopped: execution.stopDate?.toISOString(),
      error: execution.error,
    });
  });
}
