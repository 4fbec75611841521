import type { S3Client } from '@aws-sdk/client-s3';
import { environmentNames } from './contract/environment.js';
import { ConfigurationError } from './errors/storage.js';
import type { Bucket } from './store/object-store.js';

/**
 * Reads one variable of the generated service.
 *
 * @throws ConfigurationError where it is missing or empty.
 */
export function requireVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new ConfigurationError(name);
  return value;
}

/** The function's bucket, as its environment names it. */
export function bucketOfEnvironment(s3: S3Client): Bucket {
  return {
    s3,
    name: requireVariable(environmentNames.bucket),
    encryption: process.env[environmentNames.encryption] || 'AES256',
  };
}
