import { servedResources, type TaskResource, taskResource } from '../definition/task-resource.js';
import type { lambdaInvokeArguments } from '../interpreter/tasks/lambda-invoke.js';
import { type S3Action, s3Operations } from '../interpreter/tasks/s3/operations.js';
import type { startExecutionArguments } from '../interpreter/tasks/start-execution.js';
import { isJsonObject } from '../json.js';
import { anything, type Check, expressionOr, objectOf, oneOf, text } from './checks.js';

/** One of the resources that are served. */
export const checkResource: Check = (value, location, report) => {
  if (typeof value !== 'string' || taskResource(value) === undefined) {
    const served = servedResources.map((arn) => `"${arn}"`).join(', ');
    report(`The resource ${JSON.stringify(value)} is not implemented here; these are: ${served}`, location);
  }
};

const lambdaFields: Record<(typeof lambdaInvokeArguments)[number], Check> = {
  FunctionName: text,
  Payload: anything,
  InvocationType: expressionOr(oneOf('RequestResponse', 'Event')),
  Qualifier: text,
};

const startExecutionFields: Record<(typeof startExecutionArguments)[number], Check> = {
  StateMachineArn: text,
  Name: text,
  Input: anything,
};

function unsupported(action: string, fields: readonly string[]): ReadonlyMap<string, string> {
  return new Map(fields.map((field) => [field, `is not implemented here for ${action}`]));
}

const checksOfArguments: Readonly<Record<TaskResource['service'], (resource: TaskResource) => Check>> = {
  lambda: () =>
    objectOf({
      what: 'the arguments of lambda:invoke',
      fields: lambdaFields,
      required: ['FunctionName'],
      refused: unsupported('lambda:invoke', ['ClientContext', 'LogType', 'TenantId']),
    }),
  s3: ({ action }) => {
    const { arguments: known, required } = s3Operations[action as S3Action];
    const fields = Object.fromEntries(known.map((name) => [name, anything]));
    return objectOf({ what: `the arguments of s3:${action}`, fields, required });
  },
  states: () =>
    objectOf({
      what: 'the arguments of states:startExecution',
      fields: startExecutionFields,
      required: ['StateMachineArn'],
      refused: unsupported('states:startExecution', ['TraceHeader']),
    }),
};

/** The arguments of a task, as its resource takes them: an object, or an expression that makes one. */
export const checkTaskArguments: Check = (state, location, report) => {
  if (!isJsonObject(state) || state.Arguments === undefined) {
    return;
  }
  const resource = taskResource(String(state.Resource));
  if (resource !== undefined) {
    const check = checksOfArguments[resource.service](resource);
    expressionOr(check)(state.Arguments, `${location}/Arguments`, report);
  }
};

/** Source: AWS, "Task workflow state", field HeartbeatSeconds: less than TimeoutSeconds. */
export const checkHeartbeat: Check = (state, location, report) => {
  if (!isJsonObject(state)) {
    return;
  }
  const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout } = state;
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
    report('HeartbeatSeconds must be less than TimeoutSeconds', `${location}/HeartbeatSeconds`);
  }
};
