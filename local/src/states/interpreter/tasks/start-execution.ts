import { ServiceError } from '../../errors.js';
import { exceedsPayloadLimit, isJsonObject, type JsonObject, type JsonValue } from '../../json.js';
import { dataLimitExceeded, RuntimeFault, StateFailure } from '../failure.js';
import type { ChildExecution, NestedStart } from '../nested.js';
import { abortable } from '../signals.js';
import { sdkMetadata } from './sdk-metadata.js';
import type { CallOrigin, Integration } from './service-call.js';

/** The arguments of `arn:aws:states:::states:startExecution` that are served. */
export const startExecutionArguments = ['StateMachineArn', 'Name', 'Input'] as const;

/** Starts another state machine. */
export const startExecutionCall: Integration = (parameters, origin) => {
  const start = nestedStart(parameters, origin.state);
  let child: ChildExecution | undefined;
  return {
    request: async () => {
      child = startNow(start, origin);
      return { ExecutionArn: child.arn, ...sdkMetadata(200), StartDate: child.started };
    },
    completion: async (signal) => {
      if (child === undefined) {
        throw new RuntimeFault('The execution was not started.');
      }
      return await completionOf(child, origin, signal);
    },
  };
};

function nestedStart(parameters: JsonValue, state: string): NestedStart {
  const fields = isJsonObject(parameters) ? parameters : {};
  const unknown = Object.keys(fields).find(
    (name) => !startExecutionArguments.some((known) => known === name),
  );
  if (unknown !== undefined) {
    throw new StateFailure('States.Runtime', `The argument '${unknown}' is not supported.`);
  }
  const { StateMachineArn: arn, Name: name, Input: input } = fields;
  if (typeof arn !== 'string' || (name !== undefined && name !== null && typeof name !== 'string')) {
    throw new RuntimeFault('The task needs a StateMachineArn, and a Name if any, that are strings.');
  }
  const text = typeof input === 'string' ? input : JSON.stringify(input ?? {});
  if (exceedsPayloadLimit(text)) {
    throw dataLimitExceeded(state);
  }
  return { stateMachineArn: arn, name: name ?? undefined, input: text };
}

/** The service's errors come under names of the SDK, `StepFunctions.ExecutionAlreadyExistsException`. */
function startNow(start: NestedStart, { engine }: CallOrigin): ChildExecution {
  try {
    return engine.nesting.startMachine(start);
  } catch (error) {
    if (error instanceof ServiceError) {
      throw new StateFailure(
        `StepFunctions.${error.code.replace(/Exception$/, '')}Exception`,
        `${error.message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${error.code})`,
      );
    }
    throw error;
  }
}

/**
 * Waits for the end of the child. It is stopped where the task's line is given up (the execution stopped, a sibling failed), and
 * left alone where the task's own time is over. Source: AWS, "Discover service integration patterns", on tasks that are aborted.
 */
async function completionOf(
  child: ChildExecution,
  { resource, line }: CallOrigin,
  signal: AbortSignal,
): Promise<JsonObject> {
  try {
    await abortable(child.settled, signal);
  } catch (error) {
    if (line.aborted) {
      child.stop();
    }
    throw error;
  }
  const description = child.describe();
  if (description.Status !== 'SUCCEEDED') {
    throw new StateFailure('States.TaskFailed', JSON.stringify(description));
  }
  return resource.pattern === 'syncParsed'
    ? { ...description, Input: parse(description.Input), Output: parse(description.Output) }
    : description;
}

function parse(text: JsonValue | undefined): JsonValue {
  return typeof text === 'string' ? (JSON.parse(text) as JsonValue) : null;
}
