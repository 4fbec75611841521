import type { ResolvedOptions } from './local-options.js';
import type { LocalService } from './service.js';

/** Errors of CreateBucket that say that the bucket is there. */
const alreadyThere = new Set(['BucketAlreadyOwnedByYou', 'BucketAlreadyExists']);

/** Creates the bucket on another S3 server, with its versioning; a bucket that exists is left as it is. */
export async function ensureExternalBucket(
  bucket: LocalService['bucket'],
  endpoint: string,
  options: ResolvedOptions,
): Promise<void> {
  // Most runs have no other server, and the SDK takes a moment to load.
  const { CreateBucketCommand, PutBucketVersioningCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    endpoint,
    region: options.region,
    credentials: options.credentials,
    forcePathStyle: true,
  });
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket.name }));
    if (!bucket.versioning) return;
    await client.send(
      new PutBucketVersioningCommand({
        Bucket: bucket.name,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || !alreadyThere.has(error.name)) throw error;
  } finally {
    client.destroy();
  }
}
