import type { UndoDefinition } from '../contract/definition.js';
import { iterationPrefix } from '../contract/keys.js';
import { UndoUnfinishedError } from '../errors/undo.js';
import { listNames } from '../lists/list-names.js';
import type { Visit } from './visit.js';

/** A step in a map whose iterations are undone. */
export interface IterationsUndone extends UndoDefinition {
  readonly map: string;
  /** The maps around the step, outermost first. */
  readonly maps: readonly string[];
}

/**
 * Undoes the iterations of a map in which a step was done, the last one first, one after the other. One that fails keeps none of the others
 * from it. What is undone is remembered by the output of the compensation, so that a repeated attempt goes on with what is not.
 *
 * @param undo Says whether an earlier attempt had done it.
 * @throws UndoUnfinishedError where the function's time is nearly over, and this attempt has undone something; else what failed first.
 */
export async function undoIterations(
  visit: Visit,
  { step, key, map, maps }: IterationsUndone,
  undo: (iteration: Visit) => Promise<{ readonly adopted: boolean }>,
): Promise<void> {
  const { workflow, event, bucket, deadline, logger } = visit;
  const names = await listNames(bucket, iterationPrefix(workflow, event.processData, { map, key }));
  if (names.length === 0) logger.info('nothing to undo', { undoes: step });
  const failures: unknown[] = [];
  let tried = 0;
  let undone = 0;
  for (const { name: iteration } of names.toReversed()) {
    if (deadline.body.aborted) break;
    tried += 1;
    try {
      const { adopted } = await undo({ ...visit, maps, event: { ...event, iteration } });
      if (!adopted) undone += 1;
    } catch (error) {
      failures.push(error);
      logger.error('iteration not undone', {
        iteration,
        error: error instanceof Error ? error.name : typeof error,
      });
    }
  }
  // Where no attempt gets on, the failure says how often there is another one.
  const isStuck = undone === 0 && failures.length > 0;
  if (tried < names.length && !isStuck)
    throw new UndoUnfinishedError(step, tried - failures.length, names.length);
  if (failures.length > 0) throw failures[0];
}
