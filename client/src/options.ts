import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** How to reach the service. */
export interface ClientOptions {
  /** Full name of the bucket, stage included. Default: the variable BUCKET_NAME. */
  readonly bucket?: string | undefined;
  /** Default: the SDK's own search (AWS_REGION, profile). */
  readonly region?: string | undefined;
  /** Profile of the shared configuration files. Default: AWS_PROFILE. */
  readonly profile?: string | undefined;
  /** URL of another server for S3 and Step Functions. Default: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL_SFN. */
  readonly endpoint?: string | undefined;
  /** URL of another server for S3 alone. Default: `endpoint`. */
  readonly s3Endpoint?: string | undefined;
  /** Default: the SDK's own search (environment, profile, role). */
  readonly credentials?: NonNullable<S3ClientConfig['credentials']> | undefined;
  /** URL of a forward proxy. Default: HTTPS_PROXY and its kin; NO_PROXY is respected. */
  readonly proxy?: string | undefined;
  /** `AES256`, `aws:kms` or a KMS key ARN. Default: BUCKET_ENCRYPTION, else AES256. */
  readonly encryption?: string | undefined;
}
