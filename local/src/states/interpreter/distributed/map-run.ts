import type { Clock } from '../../clock.js';
import type { ExecutionStatus } from '../../ending.js';

/** What a Map run is made from, and what UpdateMapRun changes of it. */
export interface MapRunLimits {
  /** 0 for as many as there is room for. */
  readonly maxConcurrency: number;
  /** Undefined where only the percentage counts, and the other way round; 0 where neither is given. */
  readonly toleratedFailureCount: number | undefined;
  readonly toleratedFailurePercentage: number | undefined;
}

/** What a Map run is known by. */
export interface MapRunOrigin {
  readonly arn: string;
  readonly executionArn: string;
  /** Of the executions: the state machine's ARN with the Map's label. */
  readonly stateMachineArn: string;
  readonly clock: Clock;
}

/** How many executions run at once where nothing else is said: as many as there is room for functions in this process. */
const defaultConcurrency = 64;

/** How many run at once at most. Source: AWS, "Using Map state in Distributed mode", field MaxConcurrency. */
const highestConcurrency = 10_000;

type Outcome = Exclude<ExecutionStatus, 'RUNNING'>;

/** How many stand where. */
export type MapRunCounts = Record<ExecutionStatus | 'TOTAL', number>;

/** One run of a distributed Map: its limits, which can be changed, and how far it is. */
export class MapRun {
  readonly origin: MapRunOrigin;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly items: MapRunCounts = emptyCounts();
  readonly executions: MapRunCounts = emptyCounts();
  /** Results that are in S3. */
  resultsWritten = 0;
  #limits: MapRunLimits;
  #redrives: { readonly count: number; readonly last: number | undefined } = { count: 0, last: undefined };
  #status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' = 'RUNNING';
  #stopped: number | undefined;
  #total: number | undefined;
  #changed: (() => void)[] = [];

  constructor(origin: MapRunOrigin, limits: MapRunLimits, total: number | undefined) {
    this.origin = origin;
    this.started = origin.clock.now();
    this.#limits = limits;
    this.#total = total;
  }

  get limits(): MapRunLimits {
    return this.#limits;
  }

  get status(): 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' {
    return this.#status;
  }

  /** Milliseconds since the epoch; undefined while it runs. */
  get stopped(): number | undefined {
    return this.#stopped;
  }

  /** All items; undefined as long as they are still being read. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Changes limits; what runs already goes on. */
  update(limits: Partial<MapRunLimits>): void {
    this.#limits = { ...this.#limits, ...limits };
    this.#notify();
  }

  /** An execution begins to work on so many items. */
  begin(items: number): void {
    this.#count('RUNNING', items, 1);
    this.#count('TOTAL', items, 1);
  }

  /** An execution has ended. */
  finish(outcome: Outcome, items: number): void {
    this.#count('RUNNING', -items, -1);
    this.#count(outcome, items, 1);
    this.#notify();
  }

  /** Every item has been read. */
  complete(): void {
    this.#total ??= this.items.TOTAL;
  }

  /** Whether another execution may begin. */
  get hasRoom(): boolean {
    const { maxConcurrency: wanted } = this.#limits;
    return (
      this.executions.RUNNING < (wanted === 0 ? defaultConcurrency : Math.min(wanted, highestConcurrency))
    );
  }

  /** Whether more has failed than is tolerated; the percentage is one of all items, and counts once they are known. */
  get exceeded(): boolean {
    const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = this.#limits;
    const failed = this.items.FAILED + this.items.TIMED_OUT + this.items.ABORTED;
    const neither = count === undefined && percentage === undefined;
    return (
      failed > (count ?? (neither ? 0 : Number.POSITIVE_INFINITY)) ||
      (percentage !== undefined && this.#total !== undefined && failed * 100 > percentage * this.#total)
    );
  }

  /** Ends with the next end of an execution, or change of limits. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#changed.push(resolve));
  }

  /** How often it was redriven, and when last, in milliseconds since the epoch. */
  get redrives(): { readonly count: number; readonly last: number | undefined } {
    return this.#redrives;
  }

  /** The run goes on: what has ended without success waits again. */
  redrive(): void {
    this.#redrives = { count: this.#redrives.count + 1, last: this.origin.clock.now() };
    this.#status = 'RUNNING';
    this.#stopped = undefined;
    for (const counts of [this.items, this.executions]) {
      counts.TOTAL -= counts.FAILED + counts.TIMED_OUT + counts.ABORTED;
      Object.assign(counts, { FAILED: 0, TIMED_OUT: 0, ABORTED: 0 });
    }
  }

  /** The run is over. */
  end(status: 'SUCCEEDED' | 'FAILED' | 'ABORTED'): void {
    this.#status = status;
    this.#stopped = this.origin.clock.now();
  }

  #count(what: ExecutionStatus | 'TOTAL', items: number, executions: number): void {
    this.items[what] += items;
    this.executions[what] += executions;
  }

  #notify(): void {
    for (const notify of this.#changed.splice(0)) {
      notify();
    }
  }
}

function emptyCounts(): MapRunCounts {
  return { TOTAL: 0, RUNNING: 0, SUCCEEDED: 0, FAILED: 0, TIMED_OUT: 0, ABORTED: 0 };
}
