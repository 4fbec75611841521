import type { S3Client } from '@aws-sdk/client-s3';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { CompiledSchema } from '../contract/definition.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { DocumentOwnedError, IdConflictError } from '../errors/document.js';
import { InputValidationError, NotJsonError } from '../errors/validation.js';
import { isJsonObject } from '../json/json-object.js';
import { toJsonText } from '../json/json-text.js';
import { checkInputKeys } from '../load/input-document.js';
import { problemsOf } from '../load/validate.js';
import type { StoredObject } from '../store/object-store.js';
import { type Creation, createObject } from '../store/write-once.js';
import { executionArnOf } from './arn.js';
import { ensureExecution } from './ensure-execution.js';
import { checkTxnId, newTxnId, txnIdOf } from './txn-id.js';

/** What an execution is started with. */
export interface StartExecutionInput {
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  readonly bucket: string;
  /** `AES256`, `aws:kms` or the ARN of a KMS key. Default: AES256. */
  readonly encryption?: string | undefined;
  /** May name a version or an alias. */
  readonly stateMachineArn: string;
  readonly workflow: string;
  /** An object that JSON can hold. */
  readonly input: unknown;
  /** The caller's own id: the same id and input are one execution, however often it is started. */
  readonly id?: string | undefined;
  /** A transaction id of the caller's making. Default: from `id`, else a new one. */
  readonly txnId?: string | undefined;
  /** The workflow's output keys, where they are known: the input may have none of them. */
  readonly outputKeys?: readonly string[] | undefined;
  /** The input's schema, where it is known; then the input is checked before anything is written. */
  readonly schema?: CompiledSchema | undefined;
}

/** An execution that was started, now or before. */
export interface StartedExecution {
  readonly txnId: string;
  readonly executionArn: string;
  /** False where the id was used before, and this call found its execution. */
  readonly created: boolean;
  /** Of the input's document, where this call wrote it. */
  readonly eTag?: string;
  readonly serverSideEncryption?: string;
}

const idAttempts = 5;

/**
 * Puts the input under a transaction id and starts the execution of that name. A call that was cut off is mended by calling
 * again with the same `id`.
 *
 * @throws IdConflictError where the id was used with another input; InputValidationError, InputKeyConflictError and NotJsonError
 * where the input cannot be one; StoreUnavailableError and StartUnavailableError where calling again may help.
 */
export async function startExecution(start: StartExecutionInput): Promise<StartedExecution> {
  const bytes = inputText(start);
  const txnId =
    start.txnId ?? (start.id === undefined ? undefined : txnIdOf(start.stateMachineArn, start.id));
  const document =
    txnId === undefined ? await createUnderNewId(start, bytes) : await createUnderId(start, bytes, txnId);
  await ensureExecution(start.sfn, start.stateMachineArn, document.txnId);
  return document;
}

/** The id is the caller's: a document that is there already must be of the same start. */
async function createUnderId(
  start: StartExecutionInput,
  bytes: Uint8Array,
  txnId: string,
): Promise<StartedExecution> {
  const executionArn = executionArnOf(start.stateMachineArn, checkTxnId(txnId));
  const creation = await createDocument(start, txnId, executionArn, bytes);
  if (creation.kind === 'created') return { txnId, executionArn, created: true, ...answerOf(creation) };
  const owner = creation.object.metadata[metadataNames.execution] ?? executionArn;
  if (owner !== executionArn) throw new DocumentOwnedError({ bucket: start.bucket, key: txnId }, owner);
  if (!hasInput(creation.object, bytes)) throw new IdConflictError(txnId);
  return { txnId, executionArn, created: false };
}

/** The id is new: a document that is there already took it by chance, or an unanswered request of this very call did. */
async function createUnderNewId(start: StartExecutionInput, bytes: Uint8Array): Promise<StartedExecution> {
  for (let attempt = 1; ; attempt += 1) {
    const txnId = newTxnId();
    const executionArn = executionArnOf(start.stateMachineArn, txnId);
    const creation = await createDocument(start, txnId, executionArn, bytes);
    if (creation.kind === 'created') return { txnId, executionArn, created: true, ...answerOf(creation) };
    if (creation.mayBeOwn && hasInput(creation.object, bytes)) {
      return { txnId, executionArn, created: true, eTag: creation.object.eTag };
    }
    if (attempt === idAttempts) throw new IdConflictError(txnId);
  }
}

function inputText({ workflow, input, outputKeys, schema }: StartExecutionInput): Uint8Array {
  const subject = `The input of ${workflow}`;
  const { bytes, value } = toJsonText(input, subject);
  if (!isJsonObject(value)) throw new NotJsonError(subject, '', 'no JSON object');
  checkInputKeys(workflow, value, outputKeys ?? []);
  const problems = schema ? problemsOf(schema, value) : [];
  if (problems.length > 0) throw new InputValidationError(workflow, 'input', problems);
  return bytes;
}

function createDocument(
  { s3, bucket, encryption, workflow, schema }: StartExecutionInput,
  txnId: string,
  executionArn: string,
  bytes: Uint8Array,
): Promise<Creation> {
  const metadata = {
    [metadataNames.workflow]: workflow,
    [metadataNames.execution]: executionArn,
    [metadataNames.sha256]: sha256(bytes),
    [metadataNames.inputSha256]: sha256(bytes),
    ...(schema ? { [metadataNames.schema]: schema.version } : {}),
  };
  return createObject(
    { s3, name: bucket, encryption: encryption ?? 'AES256' },
    { key: txnId, bytes, metadata },
  );
}

function hasInput({ metadata, bytes }: StoredObject, input: Uint8Array): boolean {
  return (metadata[metadataNames.inputSha256] ?? sha256(bytes)) === sha256(input);
}

function answerOf({ eTag, serverSideEncryption }: Extract<Creation, { kind: 'created' }>) {
  return { eTag, ...(serverSideEncryption ? { serverSideEncryption } : {}) };
}
