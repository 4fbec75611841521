import { sha256 } from '../digest.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { outputReference } from '../publish/output-reference.js';
import type { CollectedObject } from '../step/support.js';
import type { Visit } from '../step/visit.js';
import { lengthOf, listText, loadEntries, readCollected } from './collected-list.js';

/** Entries of a list that a document holds; each costs the publishing step a request. */
const mostEntries = 1_000;

/**
 * What stands for a list that a map has collected in the document: the list; one that has more than 1,000 entries, or more bytes than the
 * document may have, a reference to it.
 */
export async function collectedPart(
  visit: Visit,
  key: string,
  { object, maxBytes }: CollectedObject,
): Promise<DocumentPart> {
  const list = readCollected(visit.bucket, object);
  const size = lengthOf(list);
  if (list.count <= mostEntries && size <= maxBytes) {
    return { key, bytes: listText(await loadEntries(visit.bucket, list)) };
  }
  const reference = { ...outputReference(visit, key), size, sha256: sha256(object.bytes) };
  return { key, bytes: Buffer.from(JSON.stringify(reference)) };
}
