import type { ExecutionStatus } from '../ending.js';
import { validationError } from '../errors.js';
import type { Execution } from '../execution.js';
import type { HistoryEvent } from '../interpreter/history.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { checkRedrivable, redriveOf } from '../redrivable.js';
import { listItemOf, notSupported, outcomeOf, summaryOf } from './execution-answers.js';
import { epochSeconds, type Operation } from './operation.js';
import { pageOf } from './paging.js';

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
  const mapRunArn = body.text('mapRunArn');
  const redriven = redriveFilter(body.text('redriveFilter'));
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
    newestFirst.filter(
      (execution) => (status === undefined || execution.status === status) && redriven(execution),
    ),
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

/** Which executions the filter lets pass. Throws `ValidationException`. */
function redriveFilter(filter: string | undefined): (execution: Execution) => boolean {
  if (filter !== undefined && filter !== 'REDRIVEN' && filter !== 'NOT_REDRIVEN') {
    throw validationError(
      `Value '${filter}' at 'redriveFilter' failed to satisfy constraint: Member must satisfy enum value set: [REDRIVEN, NOT_REDRIVEN]`,
    );
  }
  return ({ redrives }) => filter === undefined || (filter === 'REDRIVEN') === redrives.count > 0;
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
