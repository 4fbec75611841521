import type { S3Client } from '@aws-sdk/client-s3';
import type { ContentHandle } from '../content/content-handle.js';
import { headObject } from '../content/head-object.js';
import { openContent } from '../content/open-content.js';
import { outputObjectKey } from '../contract/keys.js';
import { ContentNotFoundError } from '../errors/content.js';
import { checkTxnId } from '../start/txn-id.js';

/** Which content is to be opened, and by which client. */
export interface OpenContentInput {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly workflow: string;
  readonly txnId: string;
  /** The output's key. */
  readonly key: string;
}

/**
 * Opens a content of an execution, also while it runs: one HEAD.
 *
 * @throws ContentNotFoundError, InvalidTransactionIdError, StoreUnavailableError
 */
export async function openStoredContent(input: OpenContentInput): Promise<ContentHandle> {
  const { s3, bucket, workflow, key } = input;
  const location = { bucket, key: outputObjectKey(workflow, checkTxnId(input.txnId), key) };
  const source = { s3, name: bucket, encryption: '' };
  const head = await headObject(source, location.key);
  if (head === undefined) throw new ContentNotFoundError(location);
  return openContent(source, head);
}
