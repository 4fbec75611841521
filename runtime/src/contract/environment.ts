/**
 * Environment variables of the generated Lambda functions.
 * `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_S3`, `AWS_REGION` and the credentials are the SDK's own.
 */
export const environmentNames = {
  /** The bucket, stage included. */
  bucket: 'BUCKET_NAME',
  /** `AES256`, `aws:kms` or the ARN of a KMS key. Default: AES256. */
  encryption: 'BUCKET_ENCRYPTION',
  /** Of a downstream step: ARN of the child's state machine. */
  childStateMachine: 'CHILD_STATE_MACHINE_ARN',
  /** Of a downstream step: the child's bucket. Default: the step's own. */
  childBucket: 'CHILD_BUCKET_NAME',
  /** Of an http endpoint: ARN of the workflow's state machine. */
  stateMachine: 'STATE_MACHINE_ARN',
} as const;
