import { randomUUID } from 'node:crypto';
import type { CreatedObject } from '../s3/index.js';

/** An event of S3 as EventBridge hands it on. */
export interface UploadEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Object Created';
  readonly source: 'aws.s3';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

let events = 0;

/**
 * Makes the event of a new object. Its sequencer grows from event to event of this process, and from process to process.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function createUploadEvent(
  { bucket, key, size, eTag, versionId, reason, time }: CreatedObject,
  { accountId, region }: { readonly accountId: string; readonly region: string },
): UploadEvent {
  events += 1;
  const sequencer = `00${time.getTime().toString(16)}${events.toString(16).padStart(8, '0')}`.toUpperCase();
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: accountId,
    time: `${time.toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        size,
        etag: eTag,
        ...(versionId === undefined ? {} : { 'version-id': versionId }),
        sequencer,
      },
      'request-id': randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      requester: accountId,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  };
}
