import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';
import { StateFailure } from './failure.js';

/** One event of an execution's history, in the API's shape. */
export interface HistoryEvent {
  readonly timestamp: number;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: `${string}EventDetails`]: JsonObject;
}

/** The details that an event carries beside its id, under the API's key for its type. */
export type EventDetails = Readonly<Record<`${string}EventDetails`, JsonObject>>;

/** The events of one execution, in order, up to Step Functions' limit. */
export class History {
  readonly #events: HistoryEvent[] = [];
  readonly #clock: Clock;
  readonly #limit: number;
  #closed = false;

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** The events so far. */
  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  /**
   * Adds an event and returns its id. After `close` nothing is added any more: what unwinds then is no part of the execution.
   * Throws `States.Runtime` when only the last event would still fit, as the service ends an execution whose history is full.
   */
  append(type: string, previousEventId: number, details: EventDetails = {}): number {
    if (!this.#closed && this.#events.length >= this.#limit - 1) {
      throw new StateFailure(
        'States.Runtime',
        `The execution reached the maximum number of history events (${this.#limit}).`,
      );
    }
    return this.#add(type, previousEventId, details);
  }

  /** Adds the execution's last event. */
  close(type: string, previousEventId: number, details: EventDetails = {}): void {
    this.#add(type, previousEventId, details);
    this.#closed = true;
  }

  /** Takes events again, after a redrive. */
  reopen(): void {
    this.#closed = false;
  }

  /** Whether so many events are there that no more could be added. */
  get full(): boolean {
    return this.#events.length >= this.#limit - 1;
  }

  #add(type: string, previousEventId: number, details: EventDetails): number {
    const id = this.#events.length + 1;
    if (!this.#closed) {
      this.#events.push({ timestamp: this.#clock.now() / 1000, type, id, previousEventId, ...details });
    }
    return id;
  }
}
