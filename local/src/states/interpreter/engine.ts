import type { InvokeFunction } from '../../invocation.js';
import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';
import type { History } from './history.js';
import type { TaskTokens } from './tasks/task-tokens.js';

/** What every execution of a service shares. */
export interface Engine {
  readonly clock: Clock;
  /** In [0, 1): jitter, and JSONata's `$random`. */
  readonly random: () => number;
  readonly invoke: InvokeFunction;
  /** The tasks that wait for an answer. */
  readonly tokens: TaskTokens;
  readonly region: string;
  /** Aborted when the service closes. */
  readonly signal: AbortSignal;
}

/** What every state of one execution shares. */
export interface Run {
  readonly engine: Engine;
  readonly history: History;
  /** The parts of the context object that stay the same: `Execution` and `StateMachine`. */
  readonly context: JsonObject;
}
