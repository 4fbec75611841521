import { basename } from 'node:path/posix';
import type { AnnounceBody } from '../../generated/Publish/contract.js';

/** Says what there is to read now. Of the booklet it needs no byte: the handle knows its size and its type. */
export const run: AnnounceBody = async ({ input, columns, booklet, context }) => {
  const summary = {
    title: basename(input.upload.key, '.txt'),
    pages: columns.length,
    words: columns.reduce((sum, { words }) => sum + words, 0),
    bytes: booklet.size,
    type: booklet.type,
  };
  context.logger.info('published', { pages: summary.pages, bytes: summary.bytes });
  return summary;
};
