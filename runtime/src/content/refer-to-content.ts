import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import type { DocumentPart } from '../merge/merge-document.js';
import type { ObjectHead } from './head-object.js';

/** What of a content's head a reference tells. */
export type ContentFacts = Pick<ObjectHead, 'size' | 'type' | 'metadata'>;

/** Whose content it is. */
export interface ContentOwner {
  readonly bucket: { readonly name: string };
  readonly workflow: string;
  readonly txnId: string;
}

/** What stands for a content in a document. */
export function referToContent(
  { bucket, workflow, txnId }: ContentOwner,
  key: string,
  { size, type, metadata }: ContentFacts,
): DocumentPart {
  const sha256 = metadata[metadataNames.sha256];
  const $ref = `s3://${bucket.name}/${outputObjectKey(workflow, txnId, key)}`;
  const reference = { $ref, size, type, ...(sha256 ? { sha256 } : {}) };
  return { key, bytes: Buffer.from(JSON.stringify(reference)), isReference: true };
}
