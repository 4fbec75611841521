import type { ChildExecution } from '../nested.js';
import { abortable } from '../signals.js';
import type { Batch } from './batch.js';
import type { MapRun } from './map-run.js';

/** What running a Map run's executions needs. */
export interface RunChildrenOptions {
  readonly run: MapRun;
  readonly batches: AsyncIterable<Batch>;
  /** Aborted when the Map state is given up. */
  readonly signal: AbortSignal;
  /** Whether a batch has to be run: a redrive leaves out what has succeeded. */
  needs(batch: Batch): boolean;
  start(batch: Batch): ChildExecution;
  /** Takes an execution that has ended; until that is done it counts as running. */
  ended(batch: Batch, child: ChildExecution): Promise<void>;
  /** Gives up those that run. */
  cancel(): void;
}

/**
 * Runs an execution for each batch, as many at once as the run's limits allow, until all have ended, more has failed than is
 * tolerated, or something breaks: then the others are given up first. No batch is read before there is room for it.
 */
export async function runChildren(options: RunChildrenOptions): Promise<void> {
  const { run, batches, signal } = options;
  const running = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  const watch = async (batch: Batch, child: ChildExecution): Promise<void> => {
    try {
      await child.settled;
      await options.ended(batch, child);
    } catch (error) {
      broken ??= { error };
    }
    run.finish(child.outcome?.status ?? 'ABORTED', batch.items);
    if (run.exceeded || broken !== undefined) {
      options.cancel();
    }
  };
  try {
    for await (const batch of batches) {
      if (!options.needs(batch)) {
        continue;
      }
      while (!run.hasRoom && !run.exceeded && broken === undefined) {
        await abortable(run.change(), signal);
      }
      if (run.exceeded || broken !== undefined) {
        break;
      }
      signal.throwIfAborted();
      run.begin(batch.items);
      const watched: Promise<void> = watch(batch, options.start(batch)).finally(() =>
        running.delete(watched),
      );
      running.add(watched);
    }
    run.complete();
  } catch (error) {
    // Giving the others up also ends the wait for room, and the reading.
    broken ??= run.exceeded ? undefined : { error };
  }
  if (run.exceeded || broken !== undefined) {
    options.cancel();
  }
  await Promise.all(running);
  if (broken !== undefined) {
    throw broken.error;
  }
}
