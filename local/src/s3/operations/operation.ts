import type { Answer } from '../answer.js';
import type { S3Request } from '../request.js';
import type { Store } from '../store/store.js';

/** The operations that are served, by the names of the S3 API. */
export type OperationName =
  | 'AbortMultipartUpload'
  | 'CompleteMultipartUpload'
  | 'CopyObject'
  | 'CreateBucket'
  | 'CreateMultipartUpload'
  | 'DeleteBucket'
  | 'DeleteObject'
  | 'DeleteObjects'
  | 'DeleteObjectTagging'
  | 'GetBucketLocation'
  | 'GetBucketVersioning'
  | 'GetObject'
  | 'GetObjectAttributes'
  | 'GetObjectTagging'
  | 'HeadBucket'
  | 'HeadObject'
  | 'ListBuckets'
  | 'ListMultipartUploads'
  | 'ListObjects'
  | 'ListObjectsV2'
  | 'ListObjectVersions'
  | 'ListParts'
  | 'PutBucketVersioning'
  | 'PutObject'
  | 'PutObjectTagging'
  | 'UploadPart'
  | 'UploadPartCopy';

/** What an operation works with. */
export interface Context {
  readonly request: S3Request;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Awaited once the request's body has come and before anything is performed: where a delay takes place. */
  readonly ready: () => Promise<void>;
}

/** Performs a request, or throws an `S3Error`. */
export type Operation = (context: Context) => Answer | Promise<Answer>;
