import { type Answer, xmlAnswer } from '../answer.js';
import { S3Error } from '../errors.js';
import { httpDate } from '../object/conditions.js';
import { bucketOf, findObject, versionHeaders, versionIdOf } from '../object/lookup.js';
import type { ObjectVersion } from '../store/model.js';
import { document, group, text } from '../xml/write-xml.js';
import { checksumXml } from './listing.js';
import type { Operation } from './operation.js';

const elements: Readonly<Record<string, (version: ObjectVersion) => string>> = {
  ETag: (version) => text('ETag', version.etag),
  Checksum: ({ checksum }) =>
    checksum ? group('Checksum', checksumXml(checksum), text('ChecksumType', checksum.type)) : '',
  ObjectParts: ({ multipart, pieces }) =>
    multipart ? group('ObjectParts', text('PartsCount', pieces.length)) : '',
  StorageClass: (version) => text('StorageClass', version.storageClass),
  ObjectSize: (version) => text('ObjectSize', version.size),
};

/** GetObjectAttributes; of the parts only their number. */
export const getObjectAttributes: Operation = (context): Answer => {
  const { request } = context;
  const bucket = bucketOf(context);
  const version = findObject(bucket, request.key, versionIdOf(request.query.get('versionId')));
  const wanted = (request.headers['x-amz-object-attributes'] ?? '').split(',').map((name) => name.trim());
  const isKnown = wanted.every((name) => Object.hasOwn(elements, name));
  if (!isKnown) throw new S3Error('InvalidArgument', { message: 'Invalid attribute name specified.' });
  const chosen = Object.entries(elements).filter(([name]) => wanted.includes(name));
  return xmlAnswer(
    document('GetObjectAttributesResponse', ...chosen.map(([, element]) => element(version))),
    {
      'last-modified': httpDate(version.modified),
      ...versionHeaders(bucket, version.versionId),
    },
  );
};
