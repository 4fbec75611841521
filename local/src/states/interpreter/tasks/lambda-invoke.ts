import type { InvocationResult } from '../../../invocation.js';
import { exceedsPayloadLimit, isJsonObject, type JsonObject, type JsonValue } from '../../json.js';
import type { Engine } from '../engine.js';
import { dataLimitExceeded, RuntimeFault, StateFailure } from '../failure.js';
import { sdkMetadata } from './sdk-metadata.js';
import type { Integration } from './service-call.js';

/** The arguments of `arn:aws:states:::lambda:invoke` that are served. */
export const lambdaInvokeArguments = ['FunctionName', 'Payload', 'InvocationType', 'Qualifier'] as const;

/** A call of a Lambda function, read from a task's arguments. */
interface FunctionCall {
  readonly functionName: string;
  /** JSON text. */
  readonly payload: string;
  readonly invocationType: 'RequestResponse' | 'Event';
}

/** Calls a function. */
export const lambdaCall: Integration = (parameters, { engine, state }) => {
  const call = functionCall(parameters, state);
  return { request: (signal) => invokeFunction(call, engine, signal) };
};

function functionCall(parameters: JsonValue, state: string): FunctionCall {
  const fields = isJsonObject(parameters) ? parameters : {};
  const unknown = Object.keys(fields).find((name) => !lambdaInvokeArguments.some((known) => known === name));
  if (unknown !== undefined) {
    throw new StateFailure('States.Runtime', `The argument '${unknown}' is not supported.`);
  }
  const { FunctionName: name, Qualifier: qualifier, InvocationType: type = 'RequestResponse' } = fields;
  if (typeof name !== 'string' || name === '') {
    throw new RuntimeFault('The task needs a FunctionName that is a string.');
  }
  if (type !== 'RequestResponse' && type !== 'Event') {
    throw new RuntimeFault('The InvocationType is not supported.');
  }
  const payload = JSON.stringify(fields.Payload ?? {});
  if (exceedsPayloadLimit(payload)) {
    throw dataLimitExceeded(state);
  }
  return {
    functionName: typeof qualifier === 'string' ? `${name}:${qualifier}` : name,
    payload,
    invocationType: type,
  };
}

/** Calls the function and answers as the service integration does. Throws `StateFailure` where the function fails. */
async function invokeFunction(call: FunctionCall, engine: Engine, signal: AbortSignal): Promise<JsonObject> {
  if (call.invocationType === 'Event') {
    // Nobody waits for an event's outcome, neither here nor on AWS.
    engine.invoke(call.functionName, call.payload, engine.signal).catch(() => undefined);
    return answer('', 202);
  }
  const result = await invokeOnce(call, engine, signal);
  if (result.kind === 'error') {
    throw functionFailure(result);
  }
  if (exceedsPayloadLimit(result.payload)) {
    throw dataLimitExceeded('arn:aws:states:::lambda:invoke');
  }
  return answer(parsePayload(result.payload), 200);
}

async function invokeOnce(
  call: FunctionCall,
  engine: Engine,
  signal: AbortSignal,
): Promise<InvocationResult> {
  try {
    return await engine.invoke(call.functionName, call.payload, signal);
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    throw new StateFailure('Lambda.SdkClientException', message);
  }
}

/** A function's own error comes as JSON; one of the Lambda service as its plain message. */
function functionFailure({
  errorType,
  errorMessage,
  trace,
}: InvocationResult & { kind: 'error' }): StateFailure {
  if (errorType.startsWith('Lambda.')) {
    return new StateFailure(errorType, errorMessage);
  }
  const cause = JSON.stringify({ errorType, errorMessage, ...(trace === undefined ? {} : { trace }) });
  return new StateFailure(errorType === '' ? 'Lambda.Unknown' : errorType, cause);
}

function parsePayload(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function answer(payload: JsonValue, status: number): JsonObject {
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    ...sdkMetadata(status),
    StatusCode: status,
  };
}
