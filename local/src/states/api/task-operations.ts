import { ServiceError, validationError } from '../errors.js';
import { exceedsPayloadLimit, type JsonValue } from '../json.js';
import type { Operation } from './operation.js';

const sendTaskSuccess: Operation = (body, { tokens }) => {
  const token = body.required('taskToken');
  const output = parseOutput(body.required('output'));
  tokens.answer(token, { kind: 'success', output });
  return {};
};

const sendTaskFailure: Operation = (body, { tokens }) => {
  const error = body.text('error') ?? '';
  const cause = body.text('cause');
  tokens.answer(body.required('taskToken'), { kind: 'failure', error, cause });
  return {};
};

const sendTaskHeartbeat: Operation = (body, { tokens }) => {
  tokens.beat(body.required('taskToken'));
  return {};
};

/** The operations on tasks that wait for an answer, by AWS's names. */
export const taskOperations: Readonly<Record<string, Operation>> = {
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
};

function parseOutput(text: string): JsonValue {
  if (exceedsPayloadLimit(text)) {
    throw validationError(
      `Value at 'output' failed to satisfy constraint: Member must have length less than or equal to 262144`,
    );
  }
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new ServiceError('InvalidOutput', `Invalid Output: 'The output is not JSON.'`);
  }
}
