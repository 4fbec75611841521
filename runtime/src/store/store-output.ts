import type { OutputDefinition } from '../contract/definition.js';
import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { OutputValidationError } from '../errors/validation.js';
import { toJsonText } from '../json/json-text.js';
import { checkOwner } from '../load/ownership.js';
import { problemsOf } from '../load/validate.js';
import type { DocumentPart } from '../merge/merge-document.js';
import type { Visit } from '../step/visit.js';
import { createObject } from './create-object.js';
import { getObject, type StoredObject } from './object-store.js';

/**
 * Finds what an earlier attempt of this execution stored; `undefined` where it stored nothing.
 *
 * @throws DocumentOwnedError where another execution stored it.
 */
export async function findOutput(visit: Visit, key: string): Promise<DocumentPart | undefined> {
  const object = await getObject(visit.bucket, outputObjectKey(visit.workflow, visit.event.processData, key));
  return object === undefined ? undefined : adopt(visit, key, object);
}

/**
 * Checks a result and stores it: once, whatever happens. What the same execution stored before stays, and is what counts.
 *
 * @throws NotJsonError, OutputValidationError: nothing is stored. DocumentOwnedError: another execution's output is there.
 * StoreUnavailableError: a retry finds out whether the write arrived after all.
 */
export async function storeOutput(
  visit: Visit,
  output: OutputDefinition,
  result: unknown,
): Promise<DocumentPart> {
  const { bytes, value } = toJsonText(result, `${visit.step}: the result`);
  const problems = output.schema ? problemsOf(output.schema, value) : [];
  if (problems.length > 0) throw new OutputValidationError(visit.step, output.key, problems);
  const creation = await createObject(visit.bucket, {
    key: outputObjectKey(visit.workflow, visit.event.processData, output.key),
    bytes,
    metadata: provenanceOf(visit, output, bytes),
  });
  return creation.kind === 'created' ? { key: output.key, bytes } : adopt(visit, output.key, creation.object);
}

function adopt(visit: Visit, key: string, object: StoredObject): DocumentPart {
  checkOwner(visit, object);
  visit.logger.info('output adopted', { key: object.key });
  return { key, bytes: object.bytes };
}

function provenanceOf(visit: Visit, output: OutputDefinition, bytes: Uint8Array): Record<string, string> {
  return {
    [metadataNames.workflow]: visit.workflow,
    [metadataNames.step]: visit.step,
    [metadataNames.execution]: visit.event.execution,
    [metadataNames.entered]: visit.event.entered,
    [metadataNames.sha256]: sha256(bytes),
    ...(output.schema ? { [metadataNames.schema]: output.schema.version } : {}),
  };
}
