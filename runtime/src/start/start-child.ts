import type { SFNClient } from '@aws-sdk/client-sfn';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { DocumentOwnedError } from '../errors/document.js';
import type { Visit } from '../step/visit.js';
import type { Bucket } from '../store/object-store.js';
import { createObject } from '../store/write-once.js';
import { executionArnOf } from './arn.js';
import { ensureExecution } from './ensure-execution.js';
import { visitDigest } from './txn-id.js';

/** What a step needs to prepare the execution of another workflow. */
export interface ChildPreparation {
  readonly stateMachineArn: string;
  /** The child's bucket. */
  readonly bucket: Bucket;
  readonly workflow: string;
  /** JSON text of the child's input. */
  readonly input: Uint8Array;
  /** Version of the schema that the input was checked against. */
  readonly schema: string | undefined;
}

/** What a step needs to start another workflow. */
export interface ChildStart extends ChildPreparation {
  readonly sfn: SFNClient;
}

/** The output of a downstream step. */
export interface DownstreamOutput {
  readonly downstreamExecutionArn: string;
  readonly processData: string;
}

/**
 * Creates the child's document and starts the child; whatever of that an earlier attempt of the same visit did is adopted.
 *
 * @throws DocumentOwnedError, StoreUnavailableError, StartUnavailableError
 */
export async function startChild(visit: Visit, start: ChildStart): Promise<DownstreamOutput> {
  const child = await prepareChild(visit, start);
  await ensureExecution(start.sfn, start.stateMachineArn, child.processData);
  return child;
}

/**
 * Creates the child's document, or adopts what an earlier attempt of the same visit created; starts nothing.
 *
 * @throws DocumentOwnedError, StoreUnavailableError
 */
export async function prepareChild(visit: Visit, start: ChildPreparation): Promise<DownstreamOutput> {
  const txnId = `0x${visitDigest(visit.event, visit.step)}`;
  const executionArn = executionArnOf(start.stateMachineArn, txnId);
  const parent = `${visit.event.execution}#${visit.step}`;
  const creation = await createObject(start.bucket, {
    key: txnId,
    bytes: start.input,
    metadata: {
      [metadataNames.workflow]: start.workflow,
      [metadataNames.execution]: executionArn,
      [metadataNames.parent]: parent,
      [metadataNames.sha256]: sha256(start.input),
      [metadataNames.inputSha256]: sha256(start.input),
      ...(start.schema ? { [metadataNames.schema]: start.schema } : {}),
    },
  });
  if (creation.kind === 'found') {
    const found = creation.object.metadata[metadataNames.parent];
    if (found !== parent) {
      throw new DocumentOwnedError({ bucket: start.bucket.name, key: txnId }, found ?? 'an unknown starter');
    }
    visit.logger.info('child document adopted', { key: txnId });
  }
  return { downstreamExecutionArn: executionArn, processData: txnId };
}
