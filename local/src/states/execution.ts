import type { Machine } from './definition/machine.js';
import type { Engine } from './interpreter/engine.js';
import { Cancelled, StateFailure } from './interpreter/failure.js';
import { History } from './interpreter/history.js';
import { runScope } from './interpreter/run-scope.js';
import { type ChildSignal, childSignal, withDeadline } from './interpreter/signals.js';
import { Thread } from './interpreter/thread.js';
import type { JsonObject, JsonValue } from './json.js';

/** Where an execution stands, as DescribeExecution names it. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The state machine as it was when the execution started; later updates do not touch it. */
export interface MachineSnapshot {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly revisionId: string;
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
}

/** How an execution ended. */
export interface Ending {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  /** JSON text, on success. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** The execution's time is over. */
class ExecutionTimedOut extends Error {}

/** The execution is to end from outside. */
class ExecutionStopped extends Error {}

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
    this.#child = childSignal(origin.engine.signal);
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

  /** Ends it from outside: no further function is called. Does nothing where it has ended. */
  stop(reason: { readonly error?: string; readonly cause?: string }): void {
    this.#end({ status: 'ABORTED', ...reason }, this.history.events.length);
    this.#child.abort(new ExecutionStopped());
  }

  async #run(): Promise<void> {
    const { machine, input, engine } = this.origin;
    const value = JSON.parse(input) as JsonValue;
    const context = contextOf(this.origin, this.started, value);
    const run = { engine, history: this.history, context };
    this.history.append('ExecutionStarted', 0, { executionStartedEventDetails: this.#startDetails() });
    let work: Promise<JsonValue> | undefined;
    const thread = { current: undefined as Thread | undefined };
    const seconds = machine.compiled.timeoutSeconds;
    const timeout = (): Error => new ExecutionTimedOut();
    try {
      const output = await withDeadline(
        { clock: engine.clock, signal: this.#child.signal, seconds, timeout },
        (signal) => {
          thread.current = new Thread({ run, signal, variables: {}, lastEventId: 0, item: undefined });
          work = runScope(machine.compiled.scope, value, thread.current);
          return work;
        },
      );
      this.#end({ status: 'SUCCEEDED', output: JSON.stringify(output) }, thread.current?.lastEventId ?? 0);
    } catch (error) {
      this.#end(endingOf(error), thread.current?.lastEventId ?? 0);
    }
    this.#child.close();
    await work?.catch(() => undefined);
  }

  #end(ending: Ending, previousEventId: number): void {
    if (this.#ending !== undefined) {
      return;
    }
    this.#ending = ending;
    this.#stopped = this.origin.engine.clock.now();
    const { status, output, error, cause } = ending;
    const reason = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    const close = (type: string, details: JsonObject): void =>
      this.history.close(type, previousEventId, {
        [`${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`]: details,
      });
    if (status === 'SUCCEEDED') {
      close('ExecutionSucceeded', { output: output ?? 'null', outputDetails: { truncated: false } });
    } else {
      close(failureEvents[status], reason);
    }
  }

  #startDetails(): JsonObject {
    const { input, machine } = this.origin;
    return { input, inputDetails: { truncated: false }, roleArn: machine.roleArn, ...this.qualified };
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
}

/** The part of the context object that is the same for every state. Outside the class, since tsc 7.0.2 renames a key that is the class's name. */
function contextOf({ arn, name, machine }: ExecutionOrigin, started: number, input: JsonValue): JsonObject {
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

const failureEvents = {
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const;

function endingOf(error: unknown): Ending {
  if (error instanceof ExecutionTimedOut) {
    return { status: 'TIMED_OUT' };
  }
  if (error instanceof ExecutionStopped || error instanceof Cancelled) {
    return { status: 'ABORTED' };
  }
  if (!(error instanceof StateFailure)) {
    return { status: 'FAILED', error: 'States.Runtime', cause: String(error) };
  }
  return {
    status: 'FAILED',
    ...(error.error === '' ? {} : { error: error.error }),
    ...(error.explanation === undefined ? {} : { cause: error.explanation }),
  };
}
