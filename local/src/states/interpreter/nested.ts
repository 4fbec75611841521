import type { Scope } from '../definition/machine.js';
import type { Ending } from '../ending.js';
import type { JsonObject } from '../json.js';

/** A state machine to be started by a task. */
export interface NestedStart {
  readonly stateMachineArn: string;
  /** Default: a name that nobody else has. */
  readonly name: string | undefined;
  /** JSON text. */
  readonly input: string;
}

/** An execution that a state has started. */
export interface ChildExecution {
  readonly arn: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly started: number;
  /** Ends with the execution. */
  readonly settled: Promise<void>;
  /** How it ended; undefined while it runs. */
  readonly outcome: Ending | undefined;
  /** How it stands, in the shape of DescribeExecution's answer as states see it. */
  describe(): JsonObject;
  /** Ends it from outside. */
  stop(): void;
  /** Goes on from where it ended without success, until the signal is aborted. */
  redrive(signal: AbortSignal): void;
}

/** An execution of a Map run to be started. */
export interface ChildStart {
  readonly mapRunArn: string;
  /** The ARN of the execution around it. */
  readonly parentArn: string;
  readonly label: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly scope: Scope;
  /** JSON text. */
  readonly input: string;
  readonly items: number;
  /** Aborted when it must end. */
  readonly signal: AbortSignal;
}

/** What starts other executions, and knows them. */
export interface Nesting {
  /** Starts another state machine. Throws `ServiceError`. */
  startMachine(start: NestedStart): ChildExecution;
  /** Starts an execution of a Map run. */
  startChild(start: ChildStart): ChildExecution;
  /** Drops an execution of a Map run, of which there may be more than memory holds. */
  forget(child: ChildExecution): void;
}
