import type { WorkflowDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { bucketOfEnvironment, requireVariable } from '../environment.js';
import { createLogger } from '../logger.js';
import { startExecution } from '../start/start-execution.js';
import { sharedStatesClient } from '../start/states-client.js';
import { sharedS3Client } from '../store/s3-client.js';
import { readUploadEvent } from './upload-event.js';

/** The handler of an s3 trigger. It answers nothing that anybody waits for. */
export type UploadHandler = (event: unknown) => Promise<{ readonly txnId?: string }>;

/**
 * Makes the handler of a workflow's s3 trigger: an object that was uploaded into the inbox starts an execution with the input
 * `{upload: {bucket, key, size, eTag, versionId?}}`. The execution's id derives from the event, so one that is delivered again
 * starts no second one. What consoles put there as a folder, an empty object whose key ends in `/`, starts none.
 */
export function createUploadHandler(definition: WorkflowDefinition): UploadHandler {
  const s3 = sharedS3Client();
  const sfn = sharedStatesClient();
  return async (event) => {
    const logger = createLogger({ workflow: definition.workflow, trigger: 's3' });
    try {
      const { upload, id } = readUploadEvent(event);
      if (upload.key.endsWith('/') && upload.size === 0) return {};
      const bucket = bucketOfEnvironment(s3);
      const { txnId, executionArn, created } = await startExecution({
        s3,
        sfn,
        bucket: bucket.name,
        encryption: bucket.encryption,
        stateMachineArn: requireVariable(environmentNames.stateMachine),
        workflow: definition.workflow,
        input: { upload },
        id,
        outputKeys: definition.outputKeys,
        schema: definition.input,
      });
      logger.info('execution started', { txnId, execution: executionArn, created });
      return { txnId };
    } catch (error) {
      logger.error('upload started nothing', { error: error instanceof Error ? error.name : typeof error });
      throw error;
    }
  };
}
