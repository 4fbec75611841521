import { listWrites } from '../lists/list-writes.js';
import type { StoredObject } from '../store/object-store.js';
import {
  type CheckedResult,
  type FoundOutput,
  findOutput,
  type StoredOutput,
  storeOutput,
} from '../store/store-output.js';
import type { CallbackWithOutput } from './open-callback.js';

/** Looks for the answer to this visit. Whoever stored it may have been cut off before the maps that go over it were told. */
export async function findAnswer({ scope, output }: CallbackWithOutput): Promise<FoundOutput> {
  const found = await findOutput(scope, output);
  if (found.kind === 'own') await listWrites.ofOutput(scope, output, found.output);
  return found;
}

/** Stores an answer, and tells the maps that go over it. */
export async function storeAnswer(
  { scope, output }: CallbackWithOutput,
  result: CheckedResult,
  earlier: StoredObject | undefined,
): Promise<StoredOutput> {
  const stored = await storeOutput(scope, output, result, earlier);
  await listWrites.ofOutput(scope, output, stored);
  return stored;
}
