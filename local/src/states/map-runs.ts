import { ServiceError } from './errors.js';
import type { MapRun } from './interpreter/distributed/map-run.js';

/** The runs of distributed Maps, kept in memory. */
export class MapRuns {
  readonly #runs = new Map<string, MapRun>();

  /** Keeps a run. */
  add(run: MapRun): void {
    this.#runs.set(run.origin.arn, run);
  }

  /** The run of an ARN. Throws `ResourceNotFound`. */
  get(arn: string): MapRun {
    const run = this.#runs.get(arn);
    if (run === undefined) {
      throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
    }
    return run;
  }

  /** Every run of an execution, the oldest first. */
  of(executionArn: string): readonly MapRun[] {
    return [...this.#runs.values()].filter(({ origin }) => origin.executionArn === executionArn);
  }
}
