import type { Machine } from './definition/machine.js';
import type { Engine } from './interpreter/engine.js';
import type { MachineType } from './machine-type.js';

/** The state machine as it was when the execution started; later updates do not touch it. */
export interface MachineSnapshot {
  readonly arn: string;
  readonly name: string;
  readonly type: MachineType;
  readonly definition: string;
  readonly roleArn: string;
  /** Undefined until the machine's first update. */
  readonly revisionId: string | undefined;
  /** Milliseconds since the epoch. */
  readonly updated: number;
  readonly compiled: Machine;
}

/** What an execution is made from. */
export interface ExecutionOrigin {
  readonly arn: string;
  readonly name: string;
  readonly machine: MachineSnapshot;
  /** The version or alias that it was started by. */
  readonly qualifier: string | undefined;
  /** JSON text, kept as it was given. */
  readonly input: string;
  readonly engine: Engine;
  readonly historyLimit: number;
  /** The Map run that it belongs to; undefined for one that was started by itself. */
  readonly mapRun: MapRunPart | undefined;
}

/** The part that an execution has in a Map run. */
export interface MapRunPart {
  readonly arn: string;
  /** How many items it works on. */
  readonly items: number;
  /** Aborted when the run gives it up. */
  readonly signal: AbortSignal;
}

/** How often an execution was redriven. */
export interface Redrives {
  readonly count: number;
  /** When last, in milliseconds since the epoch. */
  readonly last: number | undefined;
  /** What the last request for it was known by. */
  readonly token: string | undefined;
}
