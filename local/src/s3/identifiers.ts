import { randomBytes } from 'node:crypto';
import type { Bucket } from './store/bucket.js';

/** The account that owns every bucket here. */
export const owner = { id: '0'.repeat(64), account: '000000000000', name: 'local' } as const;

const host = randomBytes(57).toString('base64');
let requests = randomBytes(6).readUIntBE(0, 6);

/** An id for a request, in S3's form. */
export function newRequestId(): string {
  requests += 1;
  return requests.toString(16).toUpperCase().padStart(16, '0');
}

/** What S3 calls the host id (`x-amz-id-2`); one for the process. */
export const hostId: string = host;

/** The version id of a new version in a bucket. */
export function newVersionId(bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
}

/** The id of a new multipart upload. */
export function newUploadId(): string {
  return randomBytes(48).toString('base64url');
}
