import type { InvokeFunction } from '../../invocation.js';
import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';
import type { S3Connection } from '../s3-connection.js';
import type { History } from './history.js';
import type { TaskTokens } from './tasks/task-tokens.js';

/** A state machine to be started by a task. */
export interface NestedStart {
  readonly stateMachineArn: string;
  /** Default: a name that nobody else has. */
  readonly name: string | undefined;
  /** JSON text. */
  readonly input: string;
}

/** An execution that a task has started. */
export interface NestedExecution {
  readonly arn: string;
  /** Milliseconds since the epoch. */
  readonly started: number;
  /** Ends with the execution. */
  readonly settled: Promise<void>;
  /** How it ended, in the shape of DescribeExecution's answer as tasks see it. */
  describe(): JsonObject;
  /** Ends it from outside. */
  stop(): void;
}

/** What every execution of a service shares. */
export interface Engine {
  readonly clock: Clock;
  /** In [0, 1): jitter, and JSONata's `$random`. */
  readonly random: () => number;
  readonly invoke: InvokeFunction;
  /** The tasks that wait for an answer. */
  readonly tokens: TaskTokens;
  /** Starts another state machine. Throws `ServiceError`. */
  readonly startNested: (start: NestedStart) => NestedExecution;
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
  /** The parts of the context object that stay the same: `Execution` and `StateMachine`. */
  readonly context: JsonObject;
}
