import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { outputObjectKey, outputPrefix } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { DocumentNotFoundError } from '../errors/document.js';
import { StoreUnavailableError } from '../errors/storage.js';
import { parseJsonObject } from '../json/json-object.js';
import { type DocumentPart, mergeDocument } from '../merge/merge-document.js';
import { checkTxnId } from '../start/txn-id.js';
import { type Bucket, getObject } from '../store/object-store.js';
import { resolveReferences } from './resolve-references.js';

/** Which document is to be read, and by which client. */
export interface FetchDocumentInput {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly workflow: string;
  readonly txnId: string;
  /** The workflow's output keys. Default: what a listing finds, which needs the right to list. */
  readonly outputKeys?: readonly string[] | undefined;
}

/** A document, whole: every reference is resolved. */
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
 * @throws DocumentNotFoundError, DocumentFormatError, ReferenceMismatchError, InvalidTransactionIdError, StoreUnavailableError
 */
export async function fetchDocument(input: FetchDocumentInput): Promise<FetchedDocument> {
  const location = { bucket: input.bucket, key: checkTxnId(input.txnId) };
  const bucket: Bucket = { s3: input.s3, name: input.bucket, encryption: '' };
  const object = await getObject(bucket, location.key);
  if (object === undefined) throw new DocumentNotFoundError(location);
  const { bytes } = object;
  parseJsonObject(bytes, location);
  const published = object.metadata[metadataNames.published] === 'true';
  const whole = published
    ? await resolveReferences(bucket, input.workflow, input.txnId, bytes)
    : mergeDocument(bytes, await loadOutputs(bucket, input));
  const executionArn = object.metadata[metadataNames.execution];
  return {
    document: parseJsonObject(whole, location),
    text: Buffer.from(whole).toString(),
    published,
    ...(executionArn ? { executionArn } : {}),
  };
}

async function loadOutputs(bucket: Bucket, input: FetchDocumentInput): Promise<readonly DocumentPart[]> {
  const { workflow, txnId } = input;
  const keys = input.outputKeys ?? (await listOutputKeys(bucket, outputPrefix(workflow, txnId)));
  const parts = await Promise.all(
    keys.map(async (key) => {
      const object = await getObject(bucket, outputObjectKey(workflow, txnId, key));
      return object && { key, bytes: object.bytes };
    }),
  );
  return parts.filter((part) => part !== undefined);
}

async function listOutputKeys(bucket: Bucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await bucket.s3
      .send(new ListObjectsV2Command({ Bucket: bucket.name, Prefix: prefix, ContinuationToken: token }))
      .catch((error: unknown) => {
        throw new StoreUnavailableError('ListObjectsV2', { bucket: bucket.name, key: prefix }, error);
      });
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key?.slice(prefix.length) ?? []));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}
