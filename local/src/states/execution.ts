import { type Ending, type ExecutionStatus, ExecutionTimedOut, endingOf, recordEnding } from './ending.js';
import { executionContext } from './execution-context.js';
import type { ExecutionOrigin, Redrives } from './execution-origin.js';
import { Checkpoint } from './interpreter/checkpoint.js';
import { Cancelled } from './interpreter/failure.js';
import { History } from './interpreter/history.js';
import { runScope } from './interpreter/run-scope.js';
import { type ChildSignal, childSignal, withDeadline } from './interpreter/signals.js';
import { Thread } from './interpreter/thread.js';
import type { JsonObject, JsonValue } from './json.js';

/** How long an express execution may take. Source: AWS, "Choosing workflow type in Step Functions". */
const expressSeconds = 300;

/** One execution of a state machine, from its start to its end and after. */
export class Execution {
  readonly origin: ExecutionOrigin;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly history: History;
  readonly #checkpoint = new Checkpoint();
  #settled: Promise<void>;
  #child: ChildSignal;
  #redrives: Redrives = { count: 0, last: undefined, token: undefined };
  #ending: Ending | undefined;
  #stopped: number | undefined;

  constructor(origin: ExecutionOrigin) {
    this.origin = origin;
    this.started = origin.engine.clock.now();
    this.history = new History(origin.engine.clock, origin.historyLimit);
    this.#child = childSignal(origin.mapRun?.signal ?? origin.engine.signal);
    this.#settled = this.#run();
  }

  /** Ends once nothing of the execution is under way any more; never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** How often it was redriven, and when last. */
  get redrives(): Redrives {
    return this.#redrives;
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
    this.#end(this.#child, { status: 'ABORTED', ...reason }, 0);
    this.#child.abort(new Cancelled());
  }

  /**
   * Goes on from where it ended without success; `signal` is that of the Map run that wants it to. Whoever calls has seen to it
   * that it can be redriven.
   */
  redrive({ token, signal }: { readonly token?: string | undefined; readonly signal?: AbortSignal }): void {
    const { engine, mapRun } = this.origin;
    const { count } = this.#redrives;
    this.#redrives = { count: count + 1, last: engine.clock.now(), token };
    this.#ending = undefined;
    this.#stopped = undefined;
    this.#child = childSignal(signal ?? mapRun?.signal ?? engine.signal);
    // What still unwinds from before is no part of the history.
    this.#settled = this.#settled.then(() => {
      this.history.reopen();
      return this.#run();
    });
  }

  #begin(): number {
    const { count } = this.#redrives;
    if (count === 0) {
      this.history.append('ExecutionStarted', 0, { executionStartedEventDetails: this.#startDetails() });
      return 0;
    }
    const details = { redriveCount: count };
    const last = this.history.events.length;
    return this.history.append('ExecutionRedriven', last, { executionRedrivenEventDetails: details });
  }

  async #run(): Promise<void> {
    const child = this.#child;
    let thread: Thread | undefined;
    let work: Promise<JsonValue> | undefined;
    try {
      thread = this.#thread(child.signal);
      work = this.#work(thread);
      const output = await this.#inTime(child.signal, work);
      this.#end(child, { status: 'SUCCEEDED', output: JSON.stringify(output) }, thread.lastEventId);
    } catch (error) {
      this.#end(child, endingOf(error), thread?.lastEventId ?? 0);
    }
    child.close();
    await work?.catch(() => undefined);
  }

  #thread(signal: AbortSignal): Thread {
    const { engine, arn, machine } = this.origin;
    const lastEventId = this.#begin();
    const run = {
      engine,
      history: this.history,
      executionArn: arn,
      stateMachineArn: machine.arn,
      context: executionContext(this, JSON.parse(this.origin.input) as JsonValue),
    };
    const checkpoint = this.#checkpoint;
    return new Thread({ run, signal, variables: {}, lastEventId, item: undefined, checkpoint });
  }

  #work(thread: Thread): Promise<JsonValue> {
    const { machine, input } = this.origin;
    return runScope(machine.compiled.scope, JSON.parse(input) as JsonValue, thread);
  }

  #inTime(signal: AbortSignal, work: Promise<JsonValue>): Promise<JsonValue> {
    const { type, compiled } = this.origin.machine;
    const most = type === 'EXPRESS' ? expressSeconds : Number.POSITIVE_INFINITY;
    const least = Math.min(compiled.timeoutSeconds ?? most, most);
    const seconds = Number.isFinite(least) ? least : undefined;
    const timeout = (): Error => new ExecutionTimedOut();
    return withDeadline({ clock: this.origin.engine.clock, signal, seconds, timeout }, () => work);
  }

  /** The first end counts, and only for the run that it belongs to. */
  #end(child: ChildSignal, ending: Ending, previousEventId: number): void {
    if (this.#ending === undefined && child === this.#child) {
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
