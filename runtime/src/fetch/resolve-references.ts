import { outputObjectKey } from '../contract/keys.js';
import { sha256 } from '../digest.js';
import { ReferenceMismatchError } from '../errors/document.js';
import { jsonMembers } from '../merge/json-members.js';
import { type DocumentPart, mergeDocument, type Reference } from '../merge/merge-document.js';
import { type Bucket, getObject } from '../store/object-store.js';

/**
 * Puts the outputs back that stand as references in a published document; all else stays byte for byte. Only a property
 * that refers to its own output of the same execution is a reference: no input can make its reader fetch anything else.
 *
 * @throws ReferenceMismatchError where an output is missing or is not what the document refers to.
 */
export async function resolveReferences(
  bucket: Bucket,
  workflow: string,
  txnId: string,
  document: Uint8Array,
): Promise<Uint8Array> {
  let resolved = false;
  const parts = await Promise.all(
    jsonMembers(document).map(async ({ name, valueStart, end }): Promise<DocumentPart> => {
      const bytes = document.subarray(valueStart, end);
      const key = outputObjectKey(workflow, txnId, name);
      const reference = readReference(bytes, `s3://${bucket.name}/${key}`);
      if (reference === undefined) return { key: name, bytes };
      resolved = true;
      return { key: name, bytes: await loadReferenced(bucket, key, reference) };
    }),
  );
  return resolved ? mergeDocument(Buffer.from('{}'), parts) : document;
}

async function loadReferenced(bucket: Bucket, key: string, reference: Reference): Promise<Uint8Array> {
  const object = await getObject(bucket, key);
  if (object === undefined || sha256(object.bytes) !== reference.sha256) {
    throw new ReferenceMismatchError({ bucket: bucket.name, key });
  }
  return object.bytes;
}

/** References are short and begin as the publishing step writes them, so that nothing else is parsed. */
function readReference(bytes: Uint8Array, target: string): Reference | undefined {
  const beginning = `{"$ref":${JSON.stringify(target)},`;
  if (bytes.length > beginning.length + 128) return undefined;
  const text = Buffer.from(bytes).toString();
  return text.startsWith(beginning) ? JSON.parse(text) : undefined;
}
