import type { Machine } from './definition/machine.js';
import { type Ending, type ExecutionStatus, ExecutionTimedOut, endingOf, recordEnding } from './ending.js';
import type { Engine } from './interpreter/engine.js';
import { Cancelled } from './interpreter/failure.js';
import { History } from './interpreter/history.js';
import { runScope } from './interpreter/run-scope.js';
import { type ChildSignal, childSignal, withDeadline } from './interpreter/signals.js';
import { Thread } from './interpreter/thread.js';
import type { JsonObject, JsonValue } from './json.js';

/** The state machine as it was when the execution started; later updates do not touch it. */
export interface MachineSnapshot {
  readonly arn: string;
  readonly name: string;
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

/** One execution of a state machine, from its start to its end and after. */
export class Execution {
  readonly origin: ExecutionOrigin;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly history: History;
  /** Ends once nothing of the execution is under way any more; never rejects. */
  readonly settled: Promise<void>;
  readonly #child: ChildSignal;
  #ending: Ending | undefined;
  #stopped: number | undefined;

  constructor(origin: ExecutionOrigin) {
    this.origin = origin;
    this.started = origin.engine.clock.now();
    this.history = new History(origin.engine.clock, origin.historyLimit);
    this.#child = childSignal(origin.mapRun?.signal ?? origin.engine.signal);
    this.settled = this.#run();
  }

  /** Where it stands. */
  get status(): ExecutionStatus {
    return this.#ending?.status ?? 'RUNNING';
  }

  /** How it ended; undefined while it runs. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** When it ended, in milliseconds since the epoch; undefined while it runs. */
  get stopped(): number | undefined {
    return this.#stopped;
  }

  /** The ARN of the version or alias that it was started by, under the API's key for it. */
  get qualified(): { stateMachineVersionArn?: string; stateMachineAliasArn?: string } {
    const { machine, qualifier } = this.origin;
    if (qualifier === undefined) {
      return {};
    }
    const arn = `${machine.arn}:${qualifier}`;
    return /^\d+$/.test(qualifier) ? { stateMachineVersionArn: arn } : { stateMachineAliasArn: arn };
  }

  /** Ends it from outside: no further function is called. Does nothing where it has ended. */
  stop(reason: { readonly error?: string; readonly cause?: string }): void {
    this.#end({ status: 'ABORTED', ...reason }, 0);
    this.#child.abort(new Cancelled());
  }

  async #run(): Promise<void> {
    const { machine, engine } = this.origin;
    const { signal } = this.#child;
    const input = JSON.parse(this.origin.input) as JsonValue;
    this.history.append('ExecutionStarted', 0, { executionStartedEventDetails: this.#startDetails() });
    const run = {
      engine,
      history: this.history,
      executionArn: this.origin.arn,
      stateMachineArn: machine.arn,
      context: contextOf(this.origin, this.started, input),
    };
    const thread = new Thread({ run, signal, variables: {}, lastEventId: 0, item: undefined });
    const work = runScope(machine.compiled.scope, input, thread);
    const seconds = machine.compiled.timeoutSeconds;
    const timeout = (): Error => new ExecutionTimedOut();
    try {
      const output = await withDeadline({ clock: engine.clock, signal, seconds, timeout }, () => work);
      this.#end({ status: 'SUCCEEDED', output: JSON.stringify(output) }, thread.lastEventId);
    } catch (error) {
      this.#end(endingOf(error), thread.lastEventId);
    }
    this.#child.close();
    await work.catch(() => undefined);
  }

  #end(ending: Ending, previousEventId: number): void {
    if (this.#ending === undefined) {
      this.#ending = ending;
      this.#stopped = this.origin.engine.clock.now();
      recordEnding(this.history, ending, previousEventId);
    }
  }

  #startDetails(): JsonObject {
    const { input, machine } = this.origin;
    return { input, inputDetails: { truncated: false }, roleArn: machine.roleArn, ...this.qualified };
  }
}

/**
 * The part of the context object that is the same for every state. It stands outside the class, since tsc 7.0.2 writes
 * `_a` for a key that has the name of the class around it.
 */
function contextOf(origin: ExecutionOrigin, started: number, input: JsonValue): JsonObject {
  const { arn, name, machine } = origin;
  return {
    Execution: {
      Id: arn,
      Input: input,
      StartTime: new Date(started).toISOString(),
      Name: name,
      RoleArn: machine.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
}
