import type { ObjectLocation } from './storage.js';

/** Thrown when an event is not one that S3 sends of a new object. A retry does not help. */
export class InvalidUploadEventError extends Error {
  override readonly name = 'InvalidUploadEventError' as const;
  readonly field: string;

  constructor(field: string) {
    super(`The event has no proper "${field}"; S3 sends "Object Created" through EventBridge.`);
    this.field = field;
  }
}

/** Thrown when an upload was replaced by another one under its key, in a bucket that keeps no versions. A retry does not help. */
export class UploadReplacedError extends Error {
  override readonly name = 'UploadReplacedError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(
      `s3://${bucket}/${key} was replaced since the execution was started for it; versions would keep it.`,
    );
    this.bucket = bucket;
    this.key = key;
  }
}
