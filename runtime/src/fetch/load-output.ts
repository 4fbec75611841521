import { headObject } from '../content/head-object.js';
import { referToContent } from '../content/refer-to-content.js';
import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { textOf } from '../lists/collected-list.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { type Bucket, getObject } from '../store/object-store.js';

/** Whose outputs are loaded. */
export interface OutputScope {
  readonly bucket: Bucket;
  readonly workflow: string;
  readonly txnId: string;
  /** The keys of its contents; `undefined`: not known, so that S3 is asked first. */
  readonly contents: readonly string[] | undefined;
}

/** What stands for an output in a document: the value, or of a content the reference to it. `undefined` where it is not there. */
export async function loadOutput(scope: OutputScope, key: string): Promise<DocumentPart | undefined> {
  const { bucket, workflow, txnId, contents } = scope;
  const objectKey = outputObjectKey(workflow, txnId, key);
  if (contents === undefined || contents.includes(key)) {
    const head = await headObject(bucket, objectKey);
    if (head === undefined) return undefined;
    if (contents !== undefined || head.metadata[metadataNames.content])
      return referToContent(scope, key, head);
  }
  const object = await getObject(bucket, objectKey);
  return object && { key, bytes: await textOf(bucket, object) };
}
