import type { StateType } from '../definition/machine.js';
import type { JsonObject, JsonValue } from '../json.js';
import { Checkpoint } from './checkpoint.js';
import type { Run } from './engine.js';
import type { EventDetails } from './history.js';

/** Where a thread comes from. */
export interface ThreadOrigin {
  readonly run: Run;
  readonly signal: AbortSignal;
  readonly variables: JsonObject;
  readonly lastEventId: number;
  /** `Index` and `Value` of the Map item that the thread works on. */
  readonly item: JsonObject | undefined;
  /** Default: one of its own, at the beginning. */
  readonly checkpoint?: Checkpoint;
}

/** The kinds of state that have an event for being given up. */
const hasAbortedEvent: ReadonlySet<StateType> = new Set<StateType>(['Task', 'Wait', 'Parallel', 'Map']);

/** One line of control through the states: the execution's own, a branch's, or an iteration's. */
export class Thread {
  readonly run: Run;
  /** Aborted when the line must end: its execution stopped, a sibling failed, a time-out. */
  readonly signal: AbortSignal;
  readonly item: JsonObject | undefined;
  #checkpoint: Checkpoint;
  #variables: JsonObject;
  #lastEventId: number;
  #inside: StateType | undefined;

  constructor(origin: ThreadOrigin) {
    this.run = origin.run;
    this.signal = origin.signal;
    this.item = origin.item;
    this.#checkpoint = origin.checkpoint ?? new Checkpoint();
    this.#variables = origin.variables;
    this.#lastEventId = origin.lastEventId;
  }

  /** Where the line stands. */
  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /** Lets the line go on where another has stood, and keep its place there. */
  track(checkpoint: Checkpoint): void {
    this.#checkpoint = checkpoint;
  }

  /** The variables that can be read here, outer scopes' included. */
  get variables(): JsonObject {
    return this.#variables;
  }

  /** The event that the next one of this line follows. */
  get lastEventId(): number {
    return this.#lastEventId;
  }

  /** The line enters a state. */
  enter(type: StateType): void {
    this.#inside = type;
  }

  /** The line leaves the state that it is in. */
  leave(): void {
    this.#inside = undefined;
  }

  /** The event that tells of the state that the line has not left; undefined where there is none. */
  get abortedEvent(): string | undefined {
    return this.#inside !== undefined && hasAbortedEvent.has(this.#inside)
      ? `${this.#inside}StateAborted`
      : undefined;
  }

  /** A line of its own from here on: what it assigns is not seen outside. */
  fork(signal: AbortSignal, item: JsonObject | undefined = this.item): Thread {
    const { run, variables, lastEventId } = this;
    return new Thread({ run, signal, variables, lastEventId, item });
  }

  /** Adds variables, or gives them new values. */
  assign(values: JsonObject): void {
    this.#variables = { ...this.#variables, ...values };
  }

  /** Lets the line go on from another's event, as a state does whose branches have ended. */
  continueFrom(eventId: number): void {
    this.#lastEventId = eventId;
  }

  /** Records an event of this line. */
  record(type: string, details?: EventDetails): number {
    this.#lastEventId = this.recordAside(type, details);
    return this.#lastEventId;
  }

  /** Records an event that the next one of this line does not follow. */
  recordAside(type: string, details?: EventDetails): number {
    return this.run.history.append(type, this.#lastEventId, details);
  }

  /** The `Map` part of the context object. */
  get mapContext(): { readonly Map?: JsonValue } {
    return this.item === undefined ? {} : { Map: { Item: this.item } };
  }
}
