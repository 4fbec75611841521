import type { IntegrationPattern, TaskResource } from '../../definition/task-resource.js';
import type { JsonObject, JsonValue } from '../../json.js';
import type { Engine } from '../engine.js';
import { StateFailure } from '../failure.js';
import { abortable, childSignal, withDeadline } from '../signals.js';
import type { ServiceCall } from './service-call.js';
import type { PendingTask } from './task-tokens.js';

/** A call on its way. */
export interface TaskCall {
  readonly call: ServiceCall;
  readonly resource: TaskResource;
  readonly engine: Engine;
  /** The token of a task that waits for an answer. */
  readonly token: string | undefined;
  /** Seconds that may pass between signs of life; no limit when undefined. */
  readonly heartbeatSeconds: number | undefined;
  /** Takes the request's answer where that is not the end of the task. */
  submitted(answer: JsonObject): void;
}

/** Makes a call and waits for what its pattern waits for. Throws `StateFailure`. */
export async function performCall(task: TaskCall, signal: AbortSignal): Promise<JsonValue> {
  return await patterns[task.resource.pattern](task, signal);
}

const patterns: Record<IntegrationPattern, (task: TaskCall, signal: AbortSignal) => Promise<JsonValue>> = {
  request: ({ call }, signal) => call.request(signal),
  sync: waitForCompletion,
  syncParsed: waitForCompletion,
  callback: waitForAnswer,
};

async function submit(task: TaskCall, signal: AbortSignal): Promise<JsonObject> {
  const answer = await task.call.request(signal);
  signal.throwIfAborted();
  task.submitted(answer);
  return answer;
}

async function waitForCompletion(task: TaskCall, signal: AbortSignal): Promise<JsonValue> {
  const answer = await submit(task, signal);
  return (await task.call.completion?.(signal)) ?? answer;
}

/** The answer may come while the request is still under way: a function can answer for itself. */
async function waitForAnswer(task: TaskCall, signal: AbortSignal): Promise<JsonValue> {
  const { engine, token = '', heartbeatSeconds } = task;
  const pending = engine.tokens.open(token);
  const child = childSignal(signal);
  const answered = abortable(pending.answered, child.signal);
  const contenders = [answered, submit(task, child.signal).then(() => answered)];
  if (heartbeatSeconds !== undefined) {
    contenders.push(missedHeartbeat(pending, { engine, seconds: heartbeatSeconds, signal: child.signal }));
  }
  try {
    return await Promise.race(contenders);
  } finally {
    engine.tokens.close(token);
    child.close();
  }
}

interface HeartbeatOptions {
  readonly engine: Engine;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Rejects with `States.HeartbeatTimeout` as soon as the time between two signs of life is too long. */
async function missedHeartbeat(
  pending: PendingTask,
  { engine: { clock }, seconds, signal }: HeartbeatOptions,
): Promise<never> {
  const timeout = (): Error => new StateFailure('States.HeartbeatTimeout');
  for (;;) {
    await withDeadline({ clock, signal, seconds, timeout }, () => pending.nextBeat());
  }
}
