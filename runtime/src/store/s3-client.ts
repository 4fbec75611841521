import { S3Client } from '@aws-sdk/client-s3';

let shared: S3Client | undefined;

/**
 * The process's one S3 client. Handlers ask for it when their module is imported, so that its making is part of the cold start.
 * An endpoint of its own (`AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_S3`) is spoken to in path style.
 */
export function sharedS3Client(): S3Client {
  shared ??= new S3Client({
    retryMode: 'standard',
    maxAttempts: 4,
    forcePathStyle: Boolean(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL),
    // An answer that does not begin within this time is asked for again while the function still has time of its own.
    requestHandler: { connectionTimeout: 2_000, socketTimeout: 4_000 },
  });
  return shared;
}
