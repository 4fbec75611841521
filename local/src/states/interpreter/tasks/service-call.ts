import type { TaskResource } from '../../definition/task-resource.js';
import type { JsonObject, JsonValue } from '../../json.js';
import type { Engine } from '../engine.js';

/** A call of a service, read from a task's arguments. */
export interface ServiceCall {
  /** Makes the call and returns the answer. Throws `StateFailure`. */
  request(signal: AbortSignal): Promise<JsonObject>;
  /** Waits for the end of what the request has started and returns what came of it. Throws `StateFailure`. */
  completion?(signal: AbortSignal): Promise<JsonValue>;
}

/** Where a call comes from. */
export interface CallOrigin {
  readonly engine: Engine;
  readonly resource: TaskResource;
  /** The name of the state. */
  readonly state: string;
  /** Aborted when the task's line is given up, and not by its own time-out. */
  readonly line: AbortSignal;
}

/** Reads a task's arguments. Throws `RuntimeFault` where they are none of a call that is served. */
export type Integration = (parameters: JsonValue, origin: CallOrigin) => ServiceCall;
