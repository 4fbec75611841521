import type { ObjectLocation } from './storage.js';

/** Thrown when an object belongs to another execution, which alone may write it. A retry does not help. */
export class DocumentOwnedError extends Error {
  override readonly name = 'DocumentOwnedError' as const;
  readonly bucket: string;
  readonly key: string;
  /** ARN of the execution that owns the object, or what its metadata says instead. */
  readonly owner: string;

  constructor({ bucket, key }: ObjectLocation, owner: string) {
    super(`s3://${bucket}/${key} belongs to ${owner}; each execution needs a transaction id of its own.`);
    this.bucket = bucket;
    this.key = key;
    this.owner = owner;
  }
}

/** Thrown when somebody changed the document between its read and its publication. A retry does not help. */
export class DocumentChangedError extends Error {
  override readonly name = 'DocumentChangedError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(
      `s3://${bucket}/${key} was changed while its execution ran; only the publishing step may replace it.`,
    );
    this.bucket = bucket;
    this.key = key;
  }
}

/**
 * Thrown when an attempt finds that a later visit or attempt of its step was at work: nobody waits for it any more, and it overwrites
 * nothing. A retry does not help.
 */
export class VisitSupersededError extends Error {
  override readonly name = 'VisitSupersededError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(`s3://${bucket}/${key} was written by a later visit or attempt of the step, which counts.`);
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when there is no document under a transaction id. A retry does not help. */
export class DocumentNotFoundError extends Error {
  override readonly name = 'DocumentNotFoundError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(`There is no document s3://${bucket}/${key}, or no right to read it.`);
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when an object is not what it must be: JSON, and in a document's case a JSON object. A retry does not help. */
export class DocumentFormatError extends Error {
  override readonly name = 'DocumentFormatError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation, expected: 'JSON' | 'a JSON object') {
    super(`s3://${bucket}/${key} is not ${expected} in UTF-8.`);
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when JSON is too long to be read whole: Node.js has no strings of more than 512 MiB. A retry does not help. */
export class DocumentTooLongError extends Error {
  override readonly name = 'DocumentTooLongError' as const;
  readonly bucket: string;
  readonly key: string;
  /** Bytes of its text. */
  readonly size: number;

  constructor({ bucket, key }: ObjectLocation, size: number) {
    super(
      `s3://${bucket}/${key} has ${size} bytes, more than can be read whole; a map reads a list item by item.`,
    );
    this.bucket = bucket;
    this.key = key;
    this.size = size;
  }
}

/** Thrown when the bytes behind a reference are not those that the document names. A retry does not help. */
export class ReferenceMismatchError extends Error {
  override readonly name = 'ReferenceMismatchError' as const;
  readonly bucket: string;
  readonly key: string;

  constructor({ bucket, key }: ObjectLocation) {
    super(`s3://${bucket}/${key} is missing or has another SHA-256 than the document's reference to it.`);
    this.bucket = bucket;
    this.key = key;
  }
}

/** Thrown when the input has a property that is an output's key. A retry does not help. */
export class InputKeyConflictError extends Error {
  override readonly name = 'InputKeyConflictError' as const;
  readonly workflow: string;
  /** The output key. */
  readonly key: string;

  constructor(workflow: string, key: string) {
    super(
      `The input of ${workflow} has the property "${key}", which is the key of an output; name it otherwise.`,
    );
    this.workflow = workflow;
    this.key = key;
  }
}

/** Thrown when a business id was used before with another input. A retry does not help. */
export class IdConflictError extends Error {
  override readonly name = 'IdConflictError' as const;
  readonly txnId: string;

  constructor(txnId: string) {
    super(`The id of ${txnId} was used before with another input; one id names one execution.`);
    this.txnId = txnId;
  }
}
