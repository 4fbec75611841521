import { isContentReference } from '../contract/content-reference.js';
import { outputObjectKey } from '../contract/keys.js';
import type { OutputReference } from '../contract/output-reference.js';
import { sha256 } from '../digest.js';
import { ReferenceMismatchError } from '../errors/document.js';
import { textOf } from '../lists/collected-list.js';
import { jsonMembers } from '../merge/json-members.js';
import { type DocumentPart, mergeDocument, type Reference } from '../merge/merge-document.js';
import { type Bucket, getObject } from '../store/object-store.js';
import { loadOutput, type OutputScope } from './load-output.js';

/** Whose references are resolved. */
export interface ReferenceScope extends OutputScope {
  /** Outputs that stay references. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * Puts the outputs back that stand as references in a published document; all else stays byte for byte. Only a property
 * that refers to its own output of the same execution is a reference: no input can make its reader fetch anything else.
 *
 * A content stays a reference. A sensitive output that the client may not read, or that is to be withheld, stays a reference.
 *
 * @throws ReferenceMismatchError where any other output is missing or is not what the document refers to.
 */
export async function resolveReferences(scope: ReferenceScope, document: Uint8Array): Promise<Uint8Array> {
  const { bucket, workflow, txnId, withheld } = scope;
  let resolved = false;
  const parts = await Promise.all(
    jsonMembers(document).map(async ({ name, valueStart, end }): Promise<DocumentPart> => {
      const bytes = document.subarray(valueStart, end);
      const key = outputObjectKey(workflow, txnId, name);
      const reference = readReference(bytes, `s3://${bucket.name}/${key}`);
      if (reference === undefined || isContentReference(reference) || withheld.has(name))
        return { key: name, bytes };
      resolved = true;
      if ('sha256' in reference) return { key: name, bytes: await loadReferenced(bucket, key, reference) };
      return (await loadOutput(scope, name)) ?? { key: name, bytes };
    }),
  );
  return resolved ? mergeDocument(Buffer.from('{}'), parts) : document;
}

async function loadReferenced(bucket: Bucket, key: string, reference: Reference): Promise<Uint8Array> {
  const object = await getObject(bucket, key);
  // The digest of a list that a map has collected is that of the text, or of what stands for it.
  const text = object && (await textOf(bucket, object));
  const isMeant = (bytes: Uint8Array | undefined): boolean =>
    bytes !== undefined && sha256(bytes) === reference.sha256;
  if (text === undefined || !(isMeant(text) || isMeant(object?.bytes))) {
    throw new ReferenceMismatchError({ bucket: bucket.name, key });
  }
  return text;
}

/** References are short and begin as the publishing step writes them, so that nothing else is parsed. */
function readReference(bytes: Uint8Array, target: string): Reference | OutputReference | undefined {
  const beginning = `{"$ref":${JSON.stringify(target)}`;
  if (bytes.length > beginning.length + 128) return undefined;
  const text = Buffer.from(bytes).toString();
  return text.startsWith(`${beginning},`) || text === `${beginning}}` ? JSON.parse(text) : undefined;
}
