import { S3Error } from '../errors.js';
import type { Tag } from '../store/model.js';
import { childrenOf, parseXml, textOf } from '../xml/parse-xml.js';

const mostTags = 10;

/** Reads the header `x-amz-tagging`, which is written like a query. */
export function parseTagHeader(header: string | undefined): readonly Tag[] {
  if (header === undefined || header === '') return [];
  return checkTags([...new URLSearchParams(header)].map(([key, value]) => ({ key, value })));
}

/** Reads the body of PutObjectTagging. */
export function parseTagging(body: string): readonly Tag[] {
  const [set] = childrenOf(parseXml(body, 'Tagging'), 'TagSet');
  if (set === undefined) throw new S3Error('MalformedXML');
  const tags = childrenOf(set, 'Tag').map((tag) => {
    const key = textOf(tag, 'Key');
    const value = textOf(tag, 'Value');
    if (key === undefined || value === undefined) throw new S3Error('MalformedXML');
    return { key, value };
  });
  return checkTags(tags);
}

function checkTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > mostTags) {
    throw new S3Error('InvalidTag', { message: 'Object tags cannot be greater than 10' });
  }
  const keys = new Set(tags.map((tag) => tag.key));
  if (keys.size < tags.length) {
    throw new S3Error('InvalidTag', { message: 'Cannot provide multiple Tags with the same key' });
  }
  for (const { key, value } of tags) {
    if (key === '' || key.length > 128) {
      throw new S3Error('InvalidTag', { message: 'The TagKey you have provided is invalid' });
    }
    if (value.length > 256) {
      throw new S3Error('InvalidTag', { message: 'The TagValue you have provided is invalid' });
    }
  }
  return tags;
}
