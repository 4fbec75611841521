import type { Upload } from '../contract/upload.js';
import { InvalidUploadEventError } from '../errors/upload.js';

/** What an event of S3 tells of a new object. */
export interface UploadEvent {
  readonly upload: Upload;
  /** The same for each delivery of one event, and for no other: EventBridge may deliver one more than once. */
  readonly id: string;
}

/**
 * Reads the event `Object Created` of S3 as EventBridge hands it on.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 *
 * @throws InvalidUploadEventError
 */
export function readUploadEvent(event: unknown): UploadEvent {
  const detail = recordOf(recordOf(event).detail);
  const object = recordOf(detail.object);
  const sequencer = text('object.sequencer', object.sequencer ?? '');
  const versionId = text('object.version-id', object['version-id'] ?? 'null');
  const upload: Upload = {
    bucket: text('bucket.name', recordOf(detail.bucket).name),
    key: text('object.key', object.key),
    size: count('object.size', object.size ?? 0),
    eTag: text('object.etag', object.etag),
    // Of a bucket that keeps no versions, S3 names none, or this one.
    ...(versionId === 'null' ? {} : { versionId }),
  };
  // The sequencer tells two uploads of the same bytes apart where there are no versions.
  const id = JSON.stringify([upload.bucket, upload.key, versionId, upload.eTag, sequencer]);
  return { upload, id };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(field: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new InvalidUploadEventError(`detail.${field}`);
}

function count(field: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new InvalidUploadEventError(`detail.${field}`);
}
