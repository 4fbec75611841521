import type { InvokeFunction } from '../../invocation.js';
import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';
import type { MapRuns } from '../map-runs.js';
import type { S3Connection } from '../s3-connection.js';
import type { History } from './history.js';
import type { Nesting } from './nested.js';
import type { TaskTokens } from './tasks/task-tokens.js';

/** What every execution of a service shares. */
export interface Engine {
  readonly clock: Clock;
  /** In [0, 1): jitter, and JSONata's `$random`. */
  readonly random: () => number;
  readonly invoke: InvokeFunction;
  /** The tasks that wait for an answer. */
  readonly tokens: TaskTokens;
  readonly nesting: Nesting;
  readonly mapRuns: MapRuns;
  /** The objects that tasks and Map states read and write. */
  readonly s3: S3Connection;
  readonly region: string;
  /** Aborted when the service closes. */
  readonly signal: AbortSignal;
}

/** What every state of one execution shares. */
export interface Run {
  readonly engine: Engine;
  readonly history: History;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  /** The parts of the context object that stay the same: `Execution` and `StateMachine`. */
  readonly context: JsonObject;
}
