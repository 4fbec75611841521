import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { parseJson } from '../json/json-object.js';
import { isCollected } from '../lists/collected-list.js';
import { checkOwner } from '../load/ownership.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { type StepSupport, supportFor } from '../step/support.js';
import type { Visit } from '../step/visit.js';
import { getObject } from '../store/object-store.js';
import { outputReference } from './output-reference.js';

/** How an output is read for a document. */
export interface PartOptions {
  readonly support: StepSupport;
  /** Of the whole document. */
  readonly maxBytes: number;
}

/**
 * Reads one output of the visit's execution for its document; `undefined` where it was not written. One that has more bytes than the
 * document may have stays where it is, and stands there as a reference.
 */
export async function loadPart(
  visit: Visit,
  key: string,
  { support, maxBytes }: PartOptions,
): Promise<DocumentPart | undefined> {
  const objectKey = outputObjectKey(visit.workflow, visit.event.processData, key);
  const found = await getObject(visit.bucket, objectKey, { mostBytes: maxBytes });
  if (found === undefined) return undefined;
  checkOwner(visit, found);
  const digest = found.metadata[metadataNames.sha256];
  if (found.unread !== undefined && digest !== undefined) {
    const reference = { ...outputReference(visit, key), size: found.unread, sha256: digest };
    return { key, bytes: Buffer.from(JSON.stringify(reference)), isReference: true };
  }
  const object = found.unread === undefined ? found : await getObject(visit.bucket, objectKey);
  if (object === undefined) return undefined;
  if (isCollected(object)) {
    return supportFor(visit.step, support, 'listReads').loadPart(visit, key, { object, maxBytes });
  }
  // The runtime writes nothing but JSON; an object without its mark was put there by hand.
  if (object.metadata[metadataNames.sha256] === undefined) {
    parseJson(object.bytes, { bucket: visit.bucket.name, key: object.key });
  }
  return { key, bytes: object.bytes };
}
