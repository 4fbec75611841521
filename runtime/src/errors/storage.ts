/** Which object of which bucket an error is about. */
export interface ObjectLocation {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Thrown when an object that must have been written is not there (S3 answers 404, or 403 where the role may not list).
 * A retry helps where the store is not strongly consistent.
 */
export class S3DataPreconditionError extends Error {
  override readonly name = 'S3DataPreconditionError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(
      `s3://${bucket}/${key} is not there, or the role may not read it; it is written before this step runs.`,
    );
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when S3 did not answer a request, also after the SDK's own retries. A retry helps. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError' as const;
  readonly operation: string;
  readonly bucket: string;
  readonly key: string;

  constructor(operation: string, { bucket, key }: ObjectLocation, cause?: unknown) {
    super(`S3 did not complete ${operation} of s3://${bucket}/${key}, also after retries.`, { cause });
    this.operation = operation;
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when S3 refuses a request for a reason that stays: a missing right, bucket or key. A retry does not help. */
export class StoreRefusedError extends Error {
  override readonly name = 'StoreRefusedError' as const;
  readonly operation: string;
  readonly bucket: string;
  readonly key: string;
  /** S3's own code, such as `AccessDenied` or `NoSuchBucket`. */
  readonly code: string;

  constructor(operation: string, { bucket, key }: ObjectLocation, code: string, cause?: unknown) {
    super(`S3 refuses ${operation} of s3://${bucket}/${key} with ${code}.`, { cause });
    this.operation = operation;
    this.bucket = bucket;
    this.key = key;
    this.code = code;
  }
}

/** Thrown when Step Functions did not start an execution, also after the SDK's own retries. A retry helps. */
export class StartUnavailableError extends Error {
  override readonly name = 'StartUnavailableError' as const;
  readonly stateMachineArn: string;
  readonly executionName: string;

  constructor(stateMachineArn: string, executionName: string, cause?: unknown) {
    super(`Step Functions did not start ${executionName} of ${stateMachineArn}, also after retries.`, {
      cause,
    });
    this.stateMachineArn = stateMachineArn;
    this.executionName = executionName;
  }
}

/** Thrown when an environment variable that the generated service sets is missing. A retry does not help. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError' as const;
  readonly variable: string;

  constructor(variable: string) {
    super(`The environment variable ${variable} is not set; the generated serverless.yml sets it.`);
    this.variable = variable;
  }
}
