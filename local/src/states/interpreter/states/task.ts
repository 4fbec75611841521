import type { TaskState } from '../../definition/machine.js';
import type { Bindings, Template } from '../../expressions/template.js';
import { evaluateInteger } from '../../expressions/typed.js';
import { exceedsPayloadLimit, type JsonObject, type JsonValue } from '../../json.js';
import { dataLimitExceeded, StateFailure } from '../failure.js';
import { withDeadline } from '../signals.js';
import { integrations } from '../tasks/integrations.js';
import { performCall } from '../tasks/perform-call.js';
import type { ServiceCall } from '../tasks/service-call.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** A Task state: calls the service that its resource names, and ends when the resource says that the call is over. */
export async function runTask(visit: Visit<TaskState>): Promise<Outcome> {
  const { state, thread } = visit;
  const { engine } = thread.run;
  const values = bindings(visit);
  const parameters = state.arguments === undefined ? {} : await state.arguments.evaluate(values);
  const limits = {
    timeout: await secondsOf(state.timeoutSeconds, 'TimeoutSeconds', values),
    heartbeat: await secondsOf(state.heartbeatSeconds, 'HeartbeatSeconds', values),
  };
  const origin = { engine, resource: state.resource, state: state.name, line: thread.signal };
  const call = integrations[state.resource.service](parameters, origin);
  thread.signal.throwIfAborted();
  recordStart(visit, parameters, limits);
  const result = await callWithin(visit, call, limits);
  const output = JSON.stringify(result);
  thread.record('TaskSucceeded', {
    taskSucceededEventDetails: { ...names(visit), output, outputDetails: { truncated: false } },
  });
  return { result, hasResult: true, output: state.output, assign: state.assign, next: state.next };
}

/** Seconds; no limit when undefined. */
interface Limits {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

async function secondsOf(
  template: Template | undefined,
  field: string,
  values: Bindings,
): Promise<number | undefined> {
  return template && (await evaluateInteger(template, field, values, { min: 1, max: 99_999_999 }));
}

/** How the history names what is called. */
function names({ state: { resource } }: Visit<TaskState>): JsonObject {
  return { resource: resource.resource, resourceType: resource.resourceType };
}

function recordStart(visit: Visit<TaskState>, parameters: JsonValue, limits: Limits): void {
  const { thread } = visit;
  thread.record('TaskScheduled', {
    taskScheduledEventDetails: {
      ...names(visit),
      region: thread.run.engine.region,
      parameters: JSON.stringify(parameters),
      ...(limits.timeout === undefined ? {} : { timeoutInSeconds: limits.timeout }),
      ...(limits.heartbeat === undefined ? {} : { heartbeatInSeconds: limits.heartbeat }),
    },
  });
  thread.record('TaskStarted', { taskStartedEventDetails: names(visit) });
}

async function callWithin(visit: Visit<TaskState>, call: ServiceCall, limits: Limits): Promise<JsonValue> {
  const { state, thread, token } = visit;
  const { engine } = thread.run;
  const timeout = (): Error => new StateFailure('States.Timeout');
  const options = { clock: engine.clock, signal: thread.signal, seconds: limits.timeout, timeout };
  const submitted = (answer: JsonObject): void => {
    const output = JSON.stringify(answer);
    thread.record('TaskSubmitted', {
      taskSubmittedEventDetails: { ...names(visit), output, outputDetails: { truncated: false } },
    });
  };
  const { resource } = state;
  const task = { call, resource, engine, token, heartbeatSeconds: limits.heartbeat, submitted };
  try {
    const result = await withDeadline(options, (signal) => performCall(task, signal));
    if (exceedsPayloadLimit(JSON.stringify(result))) {
      throw dataLimitExceeded(state.name);
    }
    return result;
  } catch (error) {
    if (error instanceof StateFailure) {
      recordFailure(visit, error);
    }
    throw error;
  }
}

function recordFailure(visit: Visit<TaskState>, { error, explanation }: StateFailure): void {
  const details = {
    ...names(visit),
    ...(error === '' ? {} : { error }),
    ...(explanation === undefined ? {} : { cause: explanation }),
  };
  if (error === 'States.Timeout' || error === 'States.HeartbeatTimeout') {
    visit.thread.record('TaskTimedOut', { taskTimedOutEventDetails: details });
  } else {
    visit.thread.record('TaskFailed', { taskFailedEventDetails: details });
  }
}
