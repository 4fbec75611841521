import { parseStateMachineArn } from '../arn.js';
import type { ExecutionStatus } from '../ending.js';
import { ServiceError, validationError } from '../errors.js';
import type { Execution } from '../execution.js';
import type { StartRequest } from '../executions.js';
import type { HistoryEvent } from '../interpreter/history.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { checkRedrivable, redriveOf } from '../redrivable.js';
import type { MachineType } from '../state-machines.js';
import { epochSeconds, type Operation, type Resources } from './operation.js';
import { pageOf } from './paging.js';
import type { RequestBody } from './request.js';

function requestOf(body: RequestBody, { machines }: Resources): StartRequest {
  const arn = body.required('stateMachineArn');
  return {
    machine: machines.get(arn),
    qualifier: parseStateMachineArn(arn).qualifier,
    name: body.text('name'),
    input: body.text('input') ?? '{}',
  };
}

const startExecution: Operation = (body, resources) => {
  const execution = resources.executions.start(requestOf(body, resources));
  return { executionArn: execution.origin.arn, startDate: epochSeconds(execution.started) };
};

const startSyncExecution: Operation = async (body, resources) => {
  const request = requestOf(body, resources);
  if (request.machine.type !== 'EXPRESS') {
    throw notSupported(request.machine.type);
  }
  const execution = resources.executions.start(request);
  await execution.settled;
  return {
    ...outcomeOf(execution),
    billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: durationOf(execution) },
  };
};

const stopExecution: Operation = (body, { executions, clock }) => {
  const execution = executions.get(body.required('executionArn'));
  const error = body.text('error');
  const cause = body.text('cause');
  execution.stop({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
  return { stopDate: epochSeconds(execution.stopped ?? clock.now()) };
};

const redriveExecution: Operation = (body, { executions }) => {
  const execution = executions.get(body.required('executionArn'));
  const token = body.text('clientToken');
  const known = token !== undefined && token === execution.redrives.token;
  if (!known) {
    checkRedrivable(execution);
    execution.redrive({ token });
  }
  return { redriveDate: epochSeconds(execution.redrives.last ?? execution.started) };
};

const describeExecution: Operation = (body, { executions }) => {
  const execution = executions.get(body.required('executionArn'));
  return { ...summaryOf(execution), ...outcomeOf(execution), ...redriveOf(execution) };
};

const listExecutions: Operation = (body, { machines, executions }) => {
  body.refuse('redriveFilter');
  const mapRunArn = body.text('mapRunArn');
  const status = body.text('statusFilter');
  if (status !== undefined && !statuses.has(status)) {
    throw validationError(
      `Value '${status}' at 'statusFilter' failed to satisfy constraint: Member must be a status`,
    );
  }
  const machine = mapRunArn === undefined ? machines.get(body.required('stateMachineArn')) : undefined;
  if (machine?.type === 'EXPRESS') {
    throw notSupported(machine.type);
  }
  const listed = machine === undefined ? executions.ofMapRun(mapRunArn ?? '') : executions.of(machine.arn);
  const positions = new Map(listed.map((execution, index) => [execution, index]));
  const newestFirst = [...positions.keys()].reverse();
  const page = pageOf(
    newestFirst.filter((execution) => status === undefined || execution.status === status),
    {
      maxResults: body.maxResults(),
      nextToken: body.text('nextToken'),
      keyOf: (execution) => positions.get(execution) ?? 0,
    },
  );
  return { executions: page.items.map(listItemOf), nextToken: page.nextToken };
};

const getExecutionHistory: Operation = (body, { executions }) => {
  const { events } = executions.get(body.required('executionArn')).history;
  const page = pageOf(body.flag('reverseOrder') === true ? [...events].reverse() : events, {
    maxResults: body.maxResults(),
    nextToken: body.text('nextToken'),
    keyOf: (event) => event.id,
  });
  const withData = body.flag('includeExecutionData') ?? true;
  return { events: withData ? page.items : page.items.map(withoutData), nextToken: page.nextToken };
};

/** The operations on executions, by AWS's names. */
export const executionOperations: Readonly<Record<string, Operation>> = {
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  StopExecution: stopExecution,
  RedriveExecution: redriveExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
  GetExecutionHistory: getExecutionHistory,
};

const statuses: ReadonlySet<string> = new Set<ExecutionStatus>([
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
]);

function notSupported(type: MachineType): ServiceError {
  return new ServiceError(
    'StateMachineTypeNotSupported',
    `State Machine Type Not Supported: 'The operation does not support a state machine of the type ${type}'`,
  );
}

/** What an execution was given and what came of it. */
function outcomeOf(execution: Execution): object {
  const { arn, name, machine, input } = execution.origin;
  const { output, error, cause } = execution.ending ?? {};
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status: execution.status,
    startDate: epochSeconds(execution.started),
    stopDate: execution.stopped === undefined ? undefined : epochSeconds(execution.stopped),
    input,
    inputDetails: { included: true },
    output,
    outputDetails: output === undefined ? undefined : { included: true },
    error,
    cause,
  };
}

/** In milliseconds; billed in steps of 100. */
function durationOf({ started, stopped = started }: Execution): number {
  return Math.ceil(Math.max(stopped - started, 1) / 100) * 100;
}

function listItemOf(execution: Execution): object {
  return { ...summaryOf(execution), itemCount: execution.origin.mapRun?.items };
}

function summaryOf(execution: Execution): object {
  const { redrives } = execution;
  const { arn, name, machine, mapRun } = execution.origin;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    mapRunArn: mapRun?.arn,
    name,
    status: execution.status,
    startDate: epochSeconds(execution.started),
    stopDate: execution.stopped === undefined ? undefined : epochSeconds(execution.stopped),
    redriveCount: redrives.count,
    redriveDate: redrives.last === undefined ? undefined : epochSeconds(redrives.last),
    ...execution.qualified,
  };
}

/** What `includeExecutionData: false` leaves out; a task's parameters stay, as on AWS. */
const dataFields: ReadonlySet<string> = new Set(['input', 'inputDetails', 'output', 'outputDetails']);

function withoutData(event: HistoryEvent): object {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, isJsonObject(value) ? dropData(value) : value]),
  );
}

function dropData(details: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(details).filter(([key]) => !dataFields.has(key)));
}
