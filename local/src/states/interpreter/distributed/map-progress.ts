import type { ChildExecution } from '../nested.js';
import type { MapRun } from './map-run.js';
import type { ResultSink } from './results/result-sink.js';

/** How far a Map run has come, so that a redrive runs again what has not succeeded, and nothing else. */
export class MapProgress {
  readonly run: MapRun;
  readonly sink: ResultSink;
  /** By the numbers of their batches. */
  readonly #succeeded = new Set<number>();
  readonly #unsuccessful = new Map<number, ChildExecution>();

  constructor(run: MapRun, sink: ResultSink) {
    this.run = run;
    this.sink = sink;
  }

  /** An execution has ended. */
  add(batch: number, child: ChildExecution): void {
    if (child.outcome?.status === 'SUCCEEDED') {
      this.#succeeded.add(batch);
      this.#unsuccessful.delete(batch);
    } else {
      this.#unsuccessful.set(batch, child);
    }
  }

  /** Whether a batch needs no execution any more. */
  hasSucceeded(batch: number): boolean {
    return this.#succeeded.has(batch);
  }

  /** The execution of a batch that has ended without success. */
  unsuccessful(batch: number): ChildExecution | undefined {
    return this.#unsuccessful.get(batch);
  }
}
