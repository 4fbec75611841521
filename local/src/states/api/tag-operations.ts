import { ServiceError, validationError } from '../errors.js';
import { isJsonObject } from '../json.js';
import type { Operation, Resources } from './operation.js';
import type { RequestBody } from './request.js';

const listTagsForResource: Operation = (body, resources) => {
  const tags = tagsOf(body, resources);
  return { tags: [...tags].map(([key, value]) => ({ key, value })) };
};

const tagResource: Operation = (body, resources) => {
  const tags = tagsOf(body, resources);
  for (const [key, value] of readTags(body)) {
    tags.set(key, value);
  }
  return {};
};

const untagResource: Operation = (body, resources) => {
  const tags = tagsOf(body, resources);
  for (const key of body.list('tagKeys') ?? []) {
    tags.delete(String(key));
  }
  return {};
};

/** The operations on tags, by AWS's names. */
export const tagOperations: Readonly<Record<string, Operation>> = {
  ListTagsForResource: listTagsForResource,
  TagResource: tagResource,
  UntagResource: untagResource,
};

/** The request's field `tags`, a list of `{key, value}`. */
export function readTags(body: RequestBody): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of body.list('tags') ?? []) {
    if (!isJsonObject(tag) || typeof tag.key !== 'string') {
      throw validationError(`Value at 'tags' failed to satisfy constraint: Member must have a key`);
    }
    tags.set(tag.key, typeof tag.value === 'string' ? tag.value : '');
  }
  return tags;
}

function tagsOf(body: RequestBody, { machines }: Resources): Map<string, string> {
  const arn = body.required('resourceArn');
  const machine = machines.find(arn);
  if (machine === undefined) {
    throw new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`);
  }
  return machine.tags;
}
