import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ServiceError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { executionOperations } from './execution-operations.js';
import { mapRunOperations } from './map-run-operations.js';
import type { Operation, Resources } from './operation.js';
import { RequestBody } from './request.js';
import { startOperations } from './start-operations.js';
import { stateMachineOperations } from './state-machine-operations.js';
import { tagOperations } from './tag-operations.js';
import { taskOperations } from './task-operations.js';

const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...stateMachineOperations,
    ...startOperations,
    ...executionOperations,
    ...mapRunOperations,
    ...taskOperations,
    ...tagOperations,
  }),
);

const targetPrefix = 'AWSStepFunctions.';

/** A request holds one definition or one input at most; this is far above both. */
const bodyLimit = 8 * 1024 * 1024;

/** Answers one request of the AWS JSON 1.0 protocol. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  resources: Resources,
): Promise<void> {
  let status = 200;
  let answer: object;
  try {
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = operations.get(
      target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : '',
    );
    if (request.method !== 'POST' || operation === undefined) {
      throw new ServiceError('UnknownOperationException', `The operation "${target}" is not served.`);
    }
    answer = await operation(new RequestBody(parseBody(await readBody(request))), resources);
  } catch (error) {
    status = error instanceof ServiceError ? 400 : 500;
    answer = describeError(error);
  }
  const text = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) {
      throw new ServiceError('SerializationException', 'The request is too large.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): JsonObject {
  try {
    const body: unknown = JSON.parse(text === '' ? '{}' : text);
    if (isJsonObject(body)) {
      return body;
    }
  } catch {
    // The same answer as for JSON that is no object.
  }
  throw new ServiceError('SerializationException', 'The request is not a JSON object.');
}

/** The namespaces that Step Functions puts before the names of its errors. */
function describeError(error: unknown): object {
  if (!(error instanceof ServiceError)) {
    return { __type: 'InternalFailure', message: 'The operation failed inside the endpoint.' };
  }
  const namespace = namespaces.get(error.code) ?? 'com.amazonaws.swf.service.v2.model';
  return { __type: `${namespace}#${error.code}`, message: error.message };
}

const namespaces: ReadonlyMap<string, string> = new Map([
  ['UnknownOperationException', 'com.amazon.coral.service'],
  ['SerializationException', 'com.amazon.coral.service'],
  ['ValidationException', 'com.amazon.coral.validate'],
]);
