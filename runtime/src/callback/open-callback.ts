import type { S3Client } from '@aws-sdk/client-s3';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { CompiledSchema, OutputDefinition } from '../contract/definition.js';
import { callbackObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { AnswerTooLateError, type CallbackName, CallbackNotFoundError } from '../errors/callback.js';
import { checkTxnId } from '../start/txn-id.js';
import type { VisitScope } from '../step/visit.js';
import { getObject } from '../store/object-store.js';
import { type CallbackRecord, readRecord } from './callback-record.js';
import { digestOf } from './task-token.js';

/** Which step is answered, and by which clients. */
export interface AnswerInput extends CallbackName {
  readonly s3: S3Client;
  readonly sfn: SFNClient;
  readonly bucket: string;
  /** `AES256`, `aws:kms` or the ARN of a KMS key. Default: AES256. */
  readonly encryption?: string | undefined;
  /** Of the token that is answered; then no other visit or attempt is. Default: whichever waits now. */
  readonly digest?: string | undefined;
  /** Of the step's output, where it is known; then the output is checked before anything is written. */
  readonly schema?: CompiledSchema | undefined;
}

/** A step that waits, as somebody found it who has an answer. */
export interface OpenCallback {
  /** As it was asked for, by its token. */
  readonly input: AnswerInput;
  readonly name: CallbackName;
  readonly sfn: SFNClient;
  readonly scope: VisitScope;
  readonly record: CallbackRecord;
  /** Of the record. */
  readonly eTag: string;
  /** How the answer is stored; absent where it carries nothing. */
  readonly output?: OutputDefinition;
}

/** One whose answer carries an output. */
export type CallbackWithOutput = OpenCallback & { readonly output: OutputDefinition };

/** Whether the answer carries an output. */
export function hasOutput(callback: OpenCallback): callback is CallbackWithOutput {
  return callback.output !== undefined;
}

/**
 * Finds what a callback step has asked.
 *
 * @throws CallbackNotFoundError, AnswerTooLateError where the token is one of an earlier attempt, InvalidTransactionIdError
 */
export async function openCallback(input: AnswerInput): Promise<OpenCallback> {
  const { workflow, txnId, step, schema, iteration } = input;
  const place = iteration === undefined ? {} : { iteration };
  const name = { workflow, txnId: checkTxnId(txnId), step, ...place };
  const bucket = { s3: input.s3, name: input.bucket, encryption: input.encryption ?? 'AES256' };
  const object = await getObject(bucket, callbackObjectKey(workflow, txnId, { step, iteration }));
  const execution = object?.metadata[metadataNames.execution];
  if (object === undefined || execution === undefined) throw new CallbackNotFoundError(name);
  const record = readRecord({ bucket }, object);
  if (input.digest !== undefined && input.digest !== digestOf(record.token)) {
    throw new AnswerTooLateError(name);
  }
  return {
    input: { ...input, digest: digestOf(record.token) },
    name,
    sfn: input.sfn,
    scope: {
      workflow,
      step,
      bucket,
      event: { processData: txnId, execution, entered: record.entered, ...place },
    },
    record,
    eTag: object.eTag,
    ...(record.output ? { output: { ...record.output, ...(schema ? { schema } : {}) } } : {}),
  };
}

/**
 * Looks again at what was found: another answer may have been noted.
 *
 * @throws AnswerTooLateError where the step has asked anew since.
 */
export function reopenCallback({ input }: OpenCallback): Promise<OpenCallback> {
  return openCallback(input);
}
