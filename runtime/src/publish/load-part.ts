import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { parseJson } from '../json/json-object.js';
import { isCollected, lengthOf, listText, loadEntries, readCollected } from '../lists/collected-list.js';
import { checkOwner } from '../load/ownership.js';
import type { DocumentPart } from '../merge/merge-document.js';
import type { Visit } from '../step/visit.js';
import { getObject, type StoredObject } from '../store/object-store.js';
import { outputReference } from './output-reference.js';

/** Entries of a list that a document holds; each costs the publishing step a request. */
const mostEntries = 1_000;

/**
 * Reads one output of the visit's execution for its document; `undefined` where it was not written. A list that a map has collected, and
 * that has more than 1,000 entries or bytes than the document may have, comes as a reference.
 *
 * @param maxBytes Of the whole document.
 */
export async function loadPart(
  visit: Visit,
  key: string,
  maxBytes: number,
): Promise<DocumentPart | undefined> {
  const object = await getObject(visit.bucket, outputObjectKey(visit.workflow, visit.event.processData, key));
  if (object === undefined) return undefined;
  checkOwner(visit, object);
  if (isCollected(object)) return { key, bytes: await collectedText(visit, key, { object, maxBytes }) };
  // The runtime writes nothing but JSON; an object without its mark was put there by hand.
  if (object.metadata[metadataNames.sha256] === undefined) {
    parseJson(object.bytes, { bucket: visit.bucket.name, key: object.key });
  }
  return { key, bytes: object.bytes };
}

async function collectedText(
  visit: Visit,
  key: string,
  { object, maxBytes }: { readonly object: StoredObject; readonly maxBytes: number },
): Promise<Uint8Array> {
  const list = readCollected(visit.bucket, object);
  const size = lengthOf(list);
  if (list.count <= mostEntries && size <= maxBytes) {
    return listText(await loadEntries(visit.bucket, list));
  }
  const reference = { ...outputReference(visit, key), size, sha256: sha256(object.bytes) };
  return Buffer.from(JSON.stringify(reference));
}
