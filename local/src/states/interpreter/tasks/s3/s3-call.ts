import { isJsonObject, type JsonObject, type JsonValue } from '../../../json.js';
import { RuntimeFault, StateFailure } from '../../failure.js';
import type { Integration } from '../service-call.js';
import { type S3Action, s3Operations } from './operations.js';

/** Calls an operation of S3. */
export const s3Call: Integration = (parameters, { engine, resource }) => {
  const operation = s3Operations[resource.action as S3Action];
  const fields = isJsonObject(parameters) ? parameters : {};
  const unknown = Object.keys(fields).find((name) => !operation.arguments.includes(name));
  if (unknown !== undefined) {
    throw new StateFailure('States.Runtime', `The argument '${unknown}' is not supported.`);
  }
  const missing = operation.required.find((name) => typeof fields[name] !== 'string');
  if (missing !== undefined) {
    throw new RuntimeFault(`The task needs the argument ${missing}, a string.`);
  }
  return {
    request: async (signal) => {
      try {
        return toAnswer(await engine.s3.use((s3) => operation.call(s3, fields, signal)));
      } catch (error) {
        signal.throwIfAborted();
        throw s3Failure(error);
      }
    },
  };
};

/** The SDK's answer as JSON: without what it tells of the request, its times as text. */
function toAnswer(answer: object): JsonObject {
  const { $metadata, ...fields } = answer as { $metadata?: unknown };
  return JSON.parse(JSON.stringify(fields)) as JsonObject & Record<string, JsonValue>;
}

/** The errors that the service's model has; all others come under the name of the service. Source: the AWS SDK for Java 2. */
const modelled: ReadonlySet<string> = new Set([
  'BucketAlreadyExists',
  'BucketAlreadyOwnedByYou',
  'InvalidObjectState',
  'NoSuchBucket',
  'NoSuchKey',
  'NoSuchUpload',
]);

/** The failure of a call: `S3.NoSuchKeyException`, `S3.S3Exception`. */
export function s3Failure(error: unknown): StateFailure {
  const { name, message, $metadata } = error as Partial<{
    name: string;
    message: string;
    $metadata: { httpStatusCode?: number; requestId?: string };
  }>;
  const status = $metadata?.httpStatusCode;
  if (status === undefined) {
    return new StateFailure('S3.SdkClientException', message ?? String(error));
  }
  // A HEAD has no body that could name the error: what is not found there is a key.
  const code = name === 'NotFound' ? 'NoSuchKey' : String(name);
  return new StateFailure(
    modelled.has(code) ? `S3.${code}Exception` : 'S3.S3Exception',
    `${message} (Service: S3, Status Code: ${status}, Request ID: ${$metadata?.requestId ?? ''})`,
  );
}
