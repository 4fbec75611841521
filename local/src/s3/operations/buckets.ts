import { type Answer, xmlAnswer } from '../answer.js';
import { textBody } from '../body/receive-body.js';
import { S3Error } from '../errors.js';
import { owner } from '../identifiers.js';
import { bucketOf, checkBucketName } from '../object/lookup.js';
import { parseXml, textOf } from '../xml/parse-xml.js';
import { document, group, text } from '../xml/write-xml.js';
import { isoDate } from './listing.js';
import type { Operation } from './operation.js';

/** ListBuckets, all in one page. */
export const listBuckets: Operation = ({ request, store }): Answer => {
  const prefix = request.query.get('prefix') ?? '';
  const buckets = [...store.buckets.values()]
    .filter((bucket) => bucket.name.startsWith(prefix))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, created }) => group('Bucket', text('Name', name), text('CreationDate', isoDate(created))));
  const ownerElement = group('Owner', text('ID', owner.id), text('DisplayName', owner.name));
  return xmlAnswer(document('ListAllMyBucketsResult', ownerElement, group('Buckets', ...buckets)));
};

/** CreateBucket. Where it exists already, us-east-1 answers as if it were new, any other region with an error. */
export const createBucket: Operation = async (context): Promise<Answer> => {
  const { request, store } = context;
  const name = request.bucket;
  checkBucketName(name);
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
  const location = hasBody ? locationOf(await textBody(context)) : '';
  if (!hasBody) await context.ready();
  const existing = store.buckets.get(name);
  if (existing === undefined) {
    store.commit({ kind: 'create-bucket', bucket: name, created: context.now(), location });
  } else if (location !== '' || existing.location !== '') {
    throw new S3Error('BucketAlreadyOwnedByYou', { fields: { BucketName: name } });
  }
  return { status: 200, headers: { location: `/${name}` } };
};

/** HeadBucket. */
export const headBucket: Operation = (context): Answer => {
  const { location } = bucketOf(context);
  return { status: 200, headers: { 'x-amz-bucket-region': location || 'us-east-1' } };
};

/** DeleteBucket: only an empty one, versions and markers included. */
export const deleteBucket: Operation = (context): Answer => {
  const bucket = bucketOf(context);
  if (bucket.keys.length > 0) throw new S3Error('BucketNotEmpty', { fields: { BucketName: bucket.name } });
  context.store.commit({ kind: 'delete-bucket', bucket: bucket.name });
  return { status: 204 };
};

/** GetBucketLocation; empty means us-east-1. */
export const getBucketLocation: Operation = (context): Answer => {
  const { location } = bucketOf(context);
  return xmlAnswer(
    text('LocationConstraint', location).replace('>', ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'),
  );
};

/** GetBucketVersioning; a bucket that never had it says nothing. */
export const getBucketVersioning: Operation = (context): Answer => {
  const { versioning } = bucketOf(context);
  const status = versioning === 'unversioned' ? '' : text('Status', versioning);
  return xmlAnswer(document('VersioningConfiguration', status));
};

/** PutBucketVersioning. MFA delete is not served. */
export const putBucketVersioning: Operation = async (context): Promise<Answer> => {
  const bucket = bucketOf(context);
  const configuration = parseXml(await textBody(context), 'VersioningConfiguration');
  const status = textOf(configuration, 'Status');
  if (textOf(configuration, 'MfaDelete') === 'Enabled') {
    throw new S3Error('NotImplemented', { fields: { Header: 'MfaDelete' } });
  }
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new S3Error('IllegalVersioningConfigurationException');
  }
  context.store.commit({ kind: 'versioning', bucket: bucket.name, status });
  return { status: 200 };
};

function locationOf(body: string): string {
  const configuration = parseXml(body, 'CreateBucketConfiguration');
  const location = textOf(configuration, 'LocationConstraint') ?? '';
  return location === 'us-east-1' ? '' : location;
}
