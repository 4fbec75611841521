import type { UndoDefinition } from '../contract/definition.js';
import { outputObjectKey } from '../contract/keys.js';
import { checkOwner } from '../load/ownership.js';
import { getObject, type StoredObject } from '../store/object-store.js';
import type { Visit } from './visit.js';

/**
 * Undoes a step where it was done, which its output proves: that lies there also where the step's function died after storing it.
 * Nothing there: nothing to undo, and the answer is `undefined`. One GET.
 *
 * @throws DocumentOwnedError where another execution's output lies there.
 */
export async function undoWhereDone<Result>(
  visit: Visit,
  { step, key }: UndoDefinition,
  undo: (output: StoredObject) => Promise<Result>,
): Promise<Result | undefined> {
  const output = await getObject(visit.bucket, outputObjectKey(visit.workflow, visit.event.processData, key));
  if (output === undefined) {
    visit.logger.info('nothing to undo', { undoes: step });
    return undefined;
  }
  checkOwner(visit, output);
  return undo(output);
}
