import type { S3Client } from '@aws-sdk/client-s3';
import { outputPrefix } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { DocumentNotFoundError } from '../errors/document.js';
import { parseJsonObject } from '../json/json-object.js';
import { listNames } from '../lists/list-names.js';
import { jsonMembers } from '../merge/json-members.js';
import { type DocumentPart, mergeDocument } from '../merge/merge-document.js';
import { checkTxnId } from '../start/txn-id.js';
import { type Bucket, getObject } from '../store/object-store.js';
import { loadOutput } from './load-output.js';
import { resolveReferences } from './resolve-references.js';

/** Which document is to be read, and by which client. */
export interface FetchDocumentInput {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly workflow: string;
  readonly txnId: string;
  /** The workflow's output keys. Default: what a listing finds, which needs the right to list. */
  readonly outputKeys?: readonly string[] | undefined;
  /** Those of them that are sensitive, where they are known: one that only some ways write has no reference in the document. */
  readonly sensitive?: readonly string[] | undefined;
  /** Those of them that are contents. Default: none of the output keys; where these are not known, what S3 says. */
  readonly contents?: readonly string[] | undefined;
  /** Whether sensitive outputs stay out of the document. Default: false; those that the client may read are put in. */
  readonly withholdSensitive?: boolean;
  /** Whether nothing but the document's object is read: references stay. Default: false. */
  readonly documentAlone?: boolean;
  /** Ends requests under way, and all that would follow. */
  readonly signal?: AbortSignal | undefined;
}

/** A document, whole: every reference is resolved, but for those to contents, and to sensitive outputs that may not be read. */
export interface FetchedDocument {
  readonly document: Readonly<Record<string, unknown>>;
  /** The document's JSON text, in which numbers have all their digits. */
  readonly text: string;
  /** False while the execution runs or after it failed: then the document is composed from the outputs there are. */
  readonly published: boolean;
  /** ARN of the execution, where its starter or the publishing step noted it. */
  readonly executionArn?: string;
}

/**
 * Reads an execution's whole document, also while it runs or after it failed.
 *
 * @throws DocumentNotFoundError, DocumentFormatError, DocumentTooLongError, ReferenceMismatchError, InvalidTransactionIdError,
 * StoreUnavailableError
 */
export async function fetchDocument(input: FetchDocumentInput): Promise<FetchedDocument> {
  const location = { bucket: input.bucket, key: checkTxnId(input.txnId) };
  const signal = input.signal ? { signal: input.signal } : {};
  const bucket: Bucket = { s3: input.s3, name: input.bucket, encryption: '', ...signal };
  const object = await getObject(bucket, location.key);
  if (object === undefined) throw new DocumentNotFoundError(location);
  const { bytes } = object;
  parseJsonObject(bytes, location);
  const published = object.metadata[metadataNames.published] === 'true';
  const whole = input.documentAlone ? bytes : await completeOrCompose(bucket, input, { bytes, published });
  const executionArn = object.metadata[metadataNames.execution];
  return {
    document: parseJsonObject(whole, location),
    text: Buffer.from(whole).toString(),
    published,
    ...(executionArn ? { executionArn } : {}),
  };
}

async function completeOrCompose(
  bucket: Bucket,
  input: FetchDocumentInput,
  { bytes, published }: { readonly bytes: Uint8Array; readonly published: boolean },
): Promise<Uint8Array> {
  if (published) return completeDocument(bucket, input, bytes);
  return mergeDocument(bytes, await loadOutputs(bucket, input, await outputKeysOf(bucket, input)));
}

/** The published document with what stands in it as references, and with the sensitive outputs that have not even these. */
async function completeDocument(
  bucket: Bucket,
  input: FetchDocumentInput,
  published: Uint8Array,
): Promise<Uint8Array> {
  const { workflow, txnId, sensitive = [] } = input;
  const withheld = new Set(input.withholdSensitive ? sensitive : []);
  const resolved = await resolveReferences(
    { bucket, workflow, txnId, withheld, contents: contentsOf(input) },
    published,
  );
  const open = sensitive.filter((key) => !withheld.has(key));
  if (open.length === 0) return resolved;
  const present = new Set(jsonMembers(published).map(({ name }) => name));
  const absent = open.filter((key) => !present.has(key));
  return mergeDocument(resolved, await loadOutputs(bucket, input, absent));
}

async function outputKeysOf(bucket: Bucket, input: FetchDocumentInput): Promise<readonly string[]> {
  const { workflow, txnId, sensitive = [] } = input;
  const keys =
    input.outputKeys ?? (await listNames(bucket, outputPrefix(workflow, txnId))).map(({ name }) => name);
  return input.withholdSensitive ? keys.filter((key) => !sensitive.includes(key)) : keys;
}

async function loadOutputs(
  bucket: Bucket,
  input: FetchDocumentInput,
  keys: readonly string[],
): Promise<readonly DocumentPart[]> {
  const { workflow, txnId } = input;
  const scope = { bucket, workflow, txnId, contents: contentsOf(input) };
  const parts = await Promise.all(keys.map((key) => loadOutput(scope, key)));
  return parts.filter((part) => part !== undefined);
}

function contentsOf({ contents, outputKeys }: FetchDocumentInput): readonly string[] | undefined {
  return contents ?? (outputKeys && []);
}
