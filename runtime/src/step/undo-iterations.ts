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
  /** The key that the compensation writes in each iteration. */
  readonly outputKey: string;
}

/**
 * Undoes the iterations of a map in which a step was done, the last one first, one after the other. One that fails keeps none of the others
 * from it. What is undone is known by the output of the compensation, so that a repeated attempt goes on with what is not.
 *
 * @throws UndoUnfinishedError where the function's time is nearly over, and this attempt has undone something; else what failed first.
 */
export async function undoIterations(
  visit: Visit,
  { step, key, map, maps, outputKey }: IterationsUndone,
  undo: (iteration: Visit) => Promise<unknown>,
): Promise<void> {
  const { event, deadline, logger } = visit;
  const done = await iterationsWith(visit, map, key);
  if (done.length === 0) logger.info('nothing to undo', { undoes: step });
  const earlier = new Set(visit.repeated ? await iterationsWith(visit, map, outputKey) : []);
  const left = done.filter((iteration) => !earlier.has(iteration)).reverse();
  const failures: unknown[] = [];
  let undone = 0;
  for (const iteration of left) {
    if (deadline.body.aborted) break;
    try {
      await undo({ ...visit, maps, event: { ...event, iteration } });
      undone += 1;
    } catch (error) {
      failures.push(error);
      const name = error instanceof Error ? error.name : typeof error;
      logger.error('iteration not undone', { iteration, error: name });
    }
  }
  // Where an attempt does not get on, the failure says how often there is another one.
  const isStuck = undone === 0 && failures.length > 0;
  if (undone + failures.length < left.length && !isStuck) {
    throw new UndoUnfinishedError(step, done.length - left.length + undone, done.length);
  }
  if (failures.length > 0) throw failures[0];
}

/** The iterations in which a key was written, in their order. */
async function iterationsWith(
  { bucket, workflow, event }: Visit,
  map: string,
  key: string,
): Promise<readonly string[]> {
  const names = await listNames(bucket, iterationPrefix(workflow, event.processData, { map, key }));
  return names.map(({ name }) => name);
}
