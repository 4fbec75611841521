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
 * Undoes the iterations of a map in which a step was done, the last one first, one after the other. What is undone is remembered by the
 * output of the compensation, so that a repeated attempt goes on where the time of the one before was over.
 *
 * @throws UndoUnfinishedError where the function's time is nearly over.
 */
export async function undoIterations(
  visit: Visit,
  { step, key, map, maps }: IterationsUndone,
  undo: (iteration: Visit) => Promise<unknown>,
): Promise<void> {
  const { workflow, event, bucket } = visit;
  const names = await listNames(bucket, iterationPrefix(workflow, event.processData, { map, key }));
  const iterations = names.map(({ name }) => name).reverse();
  if (iterations.length === 0) visit.logger.info('nothing to undo', { undoes: step });
  for (const [index, iteration] of iterations.entries()) {
    if (visit.deadline.body.aborted) throw new UndoUnfinishedError(step, index, iterations.length);
    await undo({ ...visit, maps, event: { ...event, iteration } });
  }
}
