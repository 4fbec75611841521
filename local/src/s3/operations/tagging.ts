import { type Answer, xmlAnswer } from '../answer.js';
import { textBody } from '../body/receive-body.js';
import { bucketOf, findObject, versionHeaders, versionIdOf } from '../object/lookup.js';
import { parseTagging } from '../object/tags.js';
import type { Tag } from '../store/model.js';
import { document, group, text } from '../xml/write-xml.js';
import type { Context, Operation } from './operation.js';

/** GetObjectTagging. */
export const getObjectTagging: Operation = (context): Answer => {
  const { bucket, version } = find(context);
  const tags = version.tags.map((tag) => group('Tag', text('Key', tag.key), text('Value', tag.value)));
  return xmlAnswer(document('Tagging', group('TagSet', ...tags)), versionHeaders(bucket, version.versionId));
};

/** PutObjectTagging. */
export const putObjectTagging: Operation = async (context): Promise<Answer> => {
  find(context);
  return setTags(context, parseTagging(await textBody(context)), 200);
};

/** DeleteObjectTagging. */
export const deleteObjectTagging: Operation = (context): Answer => setTags(context, [], 204);

function setTags(context: Context, tags: readonly Tag[], status: number): Answer {
  const { bucket, version } = find(context);
  const { key, versionId } = version;
  context.store.commit({ kind: 'tag', bucket: bucket.name, key, versionId, tags });
  return { status, headers: versionHeaders(bucket, versionId) };
}

function find(context: Context) {
  const bucket = bucketOf(context);
  const { key, query } = context.request;
  return { bucket, version: findObject(bucket, key, versionIdOf(query.get('versionId'))) };
}
