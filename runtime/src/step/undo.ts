import type { UndoDefinition } from '../contract/definition.js';
import { readObjectKey } from '../lists/iteration.js';
import { checkOwner } from '../load/ownership.js';
import { getObject, type StoredObject } from '../store/object-store.js';
import { type StepSupport, supportFor } from './support.js';
import type { Visit } from './visit.js';

/** A step that is undone, and how its output is looked for. */
export interface Undoing extends UndoDefinition {
  readonly support: StepSupport;
}

/**
 * Undoes a step where it was done, which its output proves: that lies there also where the step's function died after storing it.
 * Nothing there: nothing to undo, and the answer is `undefined`. One GET, or one HEAD where the output is a content.
 *
 * @param undo Takes the output, which it need not read again; of a content `undefined`.
 * @throws DocumentOwnedError where another execution's output lies there.
 */
export async function undoWhereDone<Result>(
  visit: Visit,
  undoing: Undoing,
  undo: (output: StoredObject | undefined) => Promise<Result>,
): Promise<Result | undefined> {
  if (undoing.content) {
    return (await supportFor(visit.step, undoing.support, 'contentReads').load(visit, undoing)) === undefined
      ? nothingToUndo(visit, undoing)
      : undo(undefined);
  }
  const output = await getObject(visit.bucket, readObjectKey(visit, undoing));
  if (output === undefined) return nothingToUndo(visit, undoing);
  checkOwner(visit, output);
  return undo(output);
}

function nothingToUndo({ logger }: Visit, { step }: UndoDefinition): undefined {
  logger.info('nothing to undo', { undoes: step });
  return undefined;
}
