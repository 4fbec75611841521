import type { WorkflowDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { bucketOfEnvironment, requireVariable } from '../environment.js';
import { isRuntimeError } from '../errors.js';
import { isJsonObject } from '../json/json-object.js';
import { startExecution } from '../start/start-execution.js';
import { sharedStatesClient } from '../start/states-client.js';
import { sharedS3Client } from '../store/s3-client.js';
import {
  createHttpHandler,
  type HttpHandler,
  HttpProblem,
  type HttpRequest,
  jsonResponse,
} from './http-api.js';

const longestKey = 256;

/**
 * Makes the handler of a workflow's http trigger. The body is the input, a JSON object (nothing: `{}`); the header `Idempotency-Key`
 * makes a repeated request the same execution. Answers 200 with `transactionId`, `executionId` (both as in the 2018
 * sample), `txnId` and `executionArn`; 400 where the input is no input, 409 where the key was used with another input.
 */
export function createStartHandler(definition: WorkflowDefinition): HttpHandler {
  const s3 = sharedS3Client();
  const sfn = sharedStatesClient();
  return createHttpHandler(definition.workflow, 'start', async (request, logger) => {
    const bucket = bucketOfEnvironment(s3);
    const started = await startExecution({
      s3,
      sfn,
      bucket: bucket.name,
      encryption: bucket.encryption,
      stateMachineArn: requireVariable(environmentNames.stateMachine),
      workflow: definition.workflow,
      input: readInput(request),
      id: readKey(request),
      outputKeys: definition.outputKeys,
      schema: definition.input,
    }).catch(explainProblems);
    const { txnId, executionArn, created } = started;
    logger.info('execution started', { txnId, execution: executionArn, created });
    return jsonResponse(200, {
      transactionId: txnId,
      executionId: executionArn,
      txnId,
      executionArn,
      created,
    });
  });
}

function readInput({ body, isBase64Encoded }: HttpRequest): Record<string, unknown> {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '');
  if (text.trim() === '') return {};
  const value = parse(text);
  if (isJsonObject(value)) return value;
  throw new HttpProblem(400, 'InvalidBody', 'The body is not a JSON object; the input of a workflow is one.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'InvalidBody', 'The body is not JSON.');
  }
}

/** API Gateway hands header names on in lower case. */
function readKey({ headers }: HttpRequest): string | undefined {
  const key = headers?.['idempotency-key'];
  if (key === undefined) return undefined;
  if (key !== '' && key.length <= longestKey) return key;
  throw new HttpProblem(
    400,
    'InvalidIdempotencyKey',
    `The header Idempotency-Key has 1 to ${longestKey} characters.`,
  );
}

function explainProblems(error: unknown): never {
  if (!isRuntimeError(error, 'InputValidationError')) throw error;
  throw new HttpProblem(400, error.name, error.message, { problems: error.problems });
}
