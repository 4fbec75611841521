import { setTimeout as pause } from 'node:timers/promises';
import type { PublishDefinition } from '../contract/definition.js';
import { outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { DocumentChangedError } from '../errors/document.js';
import { S3DataPreconditionError, StoreUnavailableError } from '../errors/storage.js';
import { type InputDocument, loadInput } from '../load/input-document.js';
import { type DocumentPart, fitParts, mergeDocument, type Reference } from '../merge/merge-document.js';
import { type StepSupport, supportFor } from '../step/support.js';
import type { Visit } from '../step/visit.js';
import { backOff, putObject } from '../store/object-store.js';
import { loadPart } from './load-part.js';
import { outputReference } from './output-reference.js';

/** What the publishing step has already, and so need not read again. */
export interface InHand {
  readonly input?: InputDocument | undefined;
  readonly parts: readonly DocumentPart[];
}

/** What is published, and by whom. */
export interface Publication extends PublishDefinition {
  /** All output keys of the workflow. */
  readonly outputKeys: readonly string[];
  /** Whether the step can come round again after it has published: then each visit does so anew. */
  readonly onLoop: boolean;
  readonly support: StepSupport;
}

const writeAttempts = 5;

/**
 * Writes the whole document over the input, on condition that nobody changed it since it was read. Repeating it is safe: a
 * document that this execution published is left as it is.
 *
 * @throws InputKeyConflictError, DocumentOwnedError, DocumentChangedError, S3DataPreconditionError, StoreUnavailableError
 */
export async function publishDocument(visit: Visit, publication: Publication, inHand: InHand): Promise<void> {
  const { certain, maxBytes, outputKeys } = publication;
  const [input, parts] = await Promise.all([
    inHand.input ?? loadInput(visit, outputKeys),
    loadParts(visit, publication, inHand.parts),
  ]);
  if (isDone(visit, publication, input)) return;
  checkCertain(visit, certain, parts);
  const fitted = fitParts(input.text, parts, maxBytes, (part) => referTo(visit, part));
  const document = mergeDocument(input.text, fitted);
  await replaceInput(visit, publication, input, document);
}

function isDone({ event }: Visit, { onLoop }: Publication, { published, metadata }: InputDocument): boolean {
  return published && (!onLoop || metadata[metadataNames.entered] === event.entered);
}

async function loadParts(
  visit: Visit,
  { outputs, sensitive = [], contents = [], support, maxBytes }: Publication,
  inHand: readonly DocumentPart[],
): Promise<readonly DocumentPart[]> {
  const known = new Map(inHand.map((part) => [part.key, part]));
  const parts = await Promise.all(
    outputs.map(async (key) => {
      // Also where this step has read it: a document is for all who may read documents.
      if (sensitive.includes(key)) return sensitivePart(visit, key);
      const part = known.get(key);
      if (part) return part;
      if (contents.includes(key))
        return (await supportFor(visit.step, support, 'contentReads').load(visit, { key }))?.part;
      return loadPart(visit, key, { support, maxBytes });
    }),
  );
  return parts.filter((part) => part !== undefined);
}

/** A document must not lack what the compiler proved written: it is not there yet, or the role may not read it. */
function checkCertain(visit: Visit, certain: readonly string[], parts: readonly DocumentPart[]): void {
  const present = new Set(parts.map(({ key }) => key));
  const missing = certain.find((key) => !present.has(key));
  if (missing === undefined) return;
  const key = outputObjectKey(visit.workflow, visit.event.processData, missing);
  throw new S3DataPreconditionError({ bucket: visit.bucket.name, key });
}

async function replaceInput(
  visit: Visit,
  publication: Publication,
  input: InputDocument,
  document: Uint8Array,
): Promise<void> {
  const key = visit.event.processData;
  const location = { bucket: visit.bucket.name, key };
  const metadata = publishedMetadata(visit, input, document);
  for (let attempt = 1; ; attempt += 1) {
    const condition = { ifMatch: input.eTag };
    const result = await putObject(visit.bucket, { key, bytes: document, metadata, condition });
    if (result.kind === 'written') break;
    const found = await loadInput(visit, publication.outputKeys);
    if (isDone(visit, publication, found)) break;
    if (found.eTag !== input.eTag) throw new DocumentChangedError(location);
    // Refused (409), and yet unchanged: the other writer failed. Or no answer at all: then the next attempt looks again.
    if (result.kind === 'unknown' || attempt === writeAttempts) {
      throw new StoreUnavailableError(
        'PutObject',
        location,
        result.kind === 'unknown' ? result.cause : undefined,
      );
    }
    await pause(backOff(attempt));
  }
  visit.logger.info('document published', { key, bytes: document.length });
}

/** What stood in the input's metadata stays: who started it, which schema it was checked against, its hash. */
function publishedMetadata(visit: Visit, input: InputDocument, document: Uint8Array): Record<string, string> {
  return {
    [metadataNames.inputSha256]: sha256(input.text),
    ...input.metadata,
    [metadataNames.workflow]: visit.workflow,
    [metadataNames.step]: visit.step,
    [metadataNames.execution]: visit.event.execution,
    [metadataNames.entered]: visit.event.entered,
    [metadataNames.sha256]: sha256(document),
    [metadataNames.published]: 'true',
  };
}

function referTo(visit: Visit, { key, bytes }: DocumentPart): Reference {
  return { ...outputReference(visit, key), size: bytes.length, sha256: sha256(bytes) };
}

/** Nothing is said of the output but where it lies. */
function sensitivePart(visit: Visit, key: string): DocumentPart {
  return { key, bytes: Buffer.from(JSON.stringify(outputReference(visit, key))) };
}
