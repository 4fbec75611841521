import type { Clock } from '../clock.js';
import type { Executions } from '../executions.js';
import type { Ambience } from '../expressions/functions.js';
import type { TaskTokens } from '../interpreter/tasks/task-tokens.js';
import type { MapRuns } from '../map-runs.js';
import type { StateMachines } from '../state-machines.js';
import type { RequestBody } from './request.js';

/** What the operations work on. */
export interface Resources {
  readonly machines: StateMachines;
  readonly executions: Executions;
  readonly mapRuns: MapRuns;
  readonly tokens: TaskTokens;
  readonly clock: Clock;
  readonly ambience: Ambience;
}

/** One operation of the API: the answer's body, with undefined fields left out. Throws `ServiceError`. */
export type Operation = (body: RequestBody, resources: Resources) => object | Promise<object>;

/** A time in the API's form, seconds since the epoch. */
export function epochSeconds(ms: number): number {
  return ms / 1000;
}
