import { S3Error } from './errors.js';
import { owner } from './identifiers.js';
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './operations/buckets.js';
import { completeMultipartUpload } from './operations/complete-upload.js';
import { copyObject } from './operations/copy-object.js';
import { deleteObject, deleteObjects } from './operations/delete-objects.js';
import { getObject, headObject, responseOverrides } from './operations/get-object.js';
import { getObjectAttributes } from './operations/get-object-attributes.js';
import { listObjects, listObjectsV2 } from './operations/list-objects.js';
import { listObjectVersions } from './operations/list-versions.js';
import type { Operation, OperationName } from './operations/operation.js';
import { listParts, uploadPart, uploadPartCopy } from './operations/parts.js';
import { putObject } from './operations/put-object.js';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './operations/tagging.js';
import { abortMultipartUpload, createMultipartUpload, listMultipartUploads } from './operations/uploads.js';
import type { S3Request } from './request.js';

/** An operation, and the requests that mean it. */
export interface Route extends Marks {
  readonly method: string;
  readonly level: 'service' | 'bucket' | 'object';
  readonly name: OperationName;
  readonly run: Operation;
}

interface Marks {
  /** Query parameters that must be there. */
  readonly query?: readonly string[];
  /** Query parameters that may be there; any other is refused, so nothing is silently ignored. */
  readonly also?: readonly string[];
  /** A header that must be there. */
  readonly header?: string;
}

const version = { also: ['versionId'] };
const reads = { also: ['versionId', 'partNumber', ...responseOverrides] };
const lists = ['prefix', 'delimiter', 'encoding-type'];
const pagesV2 = ['max-keys', 'continuation-token', 'start-after', 'fetch-owner'];
const pagesOfVersions = ['max-keys', 'key-marker', 'version-id-marker'];
const pagesOfUploads = ['max-uploads', 'key-marker', 'upload-id-marker'];
const copies = 'x-amz-copy-source';

/** The first route that suits a request is taken, so those with marks stand before the plain ones. */
const routes: readonly Route[] = [
  route('GET', 'service', 'ListBuckets', listBuckets, { also: ['prefix', 'max-buckets'] }),

  route('PUT', 'bucket', 'PutBucketVersioning', putBucketVersioning, { query: ['versioning'] }),
  route('PUT', 'bucket', 'CreateBucket', createBucket),
  route('HEAD', 'bucket', 'HeadBucket', headBucket),
  route('DELETE', 'bucket', 'DeleteBucket', deleteBucket),
  route('POST', 'bucket', 'DeleteObjects', deleteObjects, { query: ['delete'] }),
  route('GET', 'bucket', 'GetBucketVersioning', getBucketVersioning, { query: ['versioning'] }),
  route('GET', 'bucket', 'GetBucketLocation', getBucketLocation, { query: ['location'] }),
  route('GET', 'bucket', 'ListObjectVersions', listObjectVersions, {
    query: ['versions'],
    also: [...lists, ...pagesOfVersions],
  }),
  route('GET', 'bucket', 'ListMultipartUploads', listMultipartUploads, {
    query: ['uploads'],
    also: ['prefix', 'encoding-type', ...pagesOfUploads],
  }),
  route('GET', 'bucket', 'ListObjectsV2', listObjectsV2, {
    query: ['list-type'],
    also: [...lists, ...pagesV2],
  }),
  route('GET', 'bucket', 'ListObjects', listObjects, { also: [...lists, 'max-keys', 'marker'] }),

  route('PUT', 'object', 'UploadPartCopy', uploadPartCopy, {
    query: ['partNumber', 'uploadId'],
    header: copies,
  }),
  route('PUT', 'object', 'UploadPart', uploadPart, { query: ['partNumber', 'uploadId'] }),
  route('PUT', 'object', 'PutObjectTagging', putObjectTagging, { query: ['tagging'], ...version }),
  route('PUT', 'object', 'CopyObject', copyObject, { header: copies }),
  route('PUT', 'object', 'PutObject', putObject),
  route('GET', 'object', 'GetObjectTagging', getObjectTagging, { query: ['tagging'], ...version }),
  route('GET', 'object', 'GetObjectAttributes', getObjectAttributes, { query: ['attributes'], ...version }),
  route('GET', 'object', 'ListParts', listParts, {
    query: ['uploadId'],
    also: ['max-parts', 'part-number-marker'],
  }),
  route('GET', 'object', 'GetObject', getObject, reads),
  route('HEAD', 'object', 'HeadObject', headObject, reads),
  route('DELETE', 'object', 'DeleteObjectTagging', deleteObjectTagging, { query: ['tagging'], ...version }),
  route('DELETE', 'object', 'AbortMultipartUpload', abortMultipartUpload, { query: ['uploadId'] }),
  route('DELETE', 'object', 'DeleteObject', deleteObject, version),
  route('POST', 'object', 'CreateMultipartUpload', createMultipartUpload, { query: ['uploads'] }),
  route('POST', 'object', 'CompleteMultipartUpload', completeMultipartUpload, { query: ['uploadId'] }),
];

/** Parameters that every request may have: those of the SDKs, and of presigned URLs. */
const freeParameter = /^(?:x-id|x-amz-.*|awsaccesskeyid|signature|expires)$/i;

/** Headers that ask for what is not served here, and so must not be passed over. */
const refusedHeader =
  /^x-amz-(?:grant-.*|website-redirect-location|write-offset-bytes|object-lock-.*|bucket-object-lock-enabled|server-side-encryption-(?:customer-.*|context)|copy-source-server-side-encryption-.*|mfa|rename-source.*|if-match-initiated-time)$/;

/** Finds what a request asks for. Whatever S3 has and this does not is a 501 NotImplemented. */
export function findRoute(request: S3Request): Route {
  const level = request.bucket === '' ? 'service' : request.key === '' ? 'bucket' : 'object';
  const found = routes.find((candidate) => suits(candidate, level, request));
  const parameters = [...request.query.keys()].filter((name) => !freeParameter.test(name));
  const known = [...(found?.query ?? []), ...(found?.also ?? [])];
  const unknown = parameters.find((name) => !known.includes(name));
  if (unknown !== undefined) throw notImplemented(unknown);
  if (found === undefined) {
    throw new S3Error('MethodNotAllowed', {
      fields: { Method: request.method, ResourceType: level.toUpperCase() },
    });
  }
  checkHeaders(request);
  return found;
}

function route(
  method: string,
  level: Route['level'],
  name: OperationName,
  run: Operation,
  marks: Marks = {},
): Route {
  return { method, level, name, run, ...marks };
}

function suits(candidate: Route, level: Route['level'], request: S3Request): boolean {
  return (
    candidate.method === request.method &&
    candidate.level === level &&
    (candidate.query ?? []).every((name) => request.query.has(name)) &&
    (candidate.header === undefined || request.headers[candidate.header] !== undefined)
  );
}

function checkHeaders({ headers }: S3Request): void {
  for (const name in headers) {
    if (name.startsWith('x-amz-') && refusedHeader.test(name)) throw notImplemented(name);
  }
  const acl = headers['x-amz-acl'];
  if (acl !== undefined && acl !== 'private' && acl !== 'bucket-owner-full-control') {
    throw new S3Error('AccessControlListNotSupported');
  }
  const expected = headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== owner.account) throw new S3Error('AccessDenied');
}

function notImplemented(name: string): S3Error {
  return new S3Error('NotImplemented', { fields: { Header: name } });
}
