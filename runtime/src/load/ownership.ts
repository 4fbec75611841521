import { metadataNames } from '../contract/metadata.js';
import { DocumentOwnedError } from '../errors/document.js';
import type { VisitScope } from '../step/visit.js';
import type { StoredObject } from '../store/object-store.js';

/**
 * Makes sure that an object belongs to the visit's execution. An object without an owner belongs to whoever knows its key:
 * older starters write documents so.
 *
 * @throws DocumentOwnedError naming the owner.
 */
export function checkOwner(visit: VisitScope, object: Pick<StoredObject, 'key' | 'metadata'>): void {
  const owner = object.metadata[metadataNames.execution];
  if (owner === undefined || owner === visit.event.execution) return;
  throw new DocumentOwnedError({ bucket: visit.bucket.name, key: object.key }, owner);
}
