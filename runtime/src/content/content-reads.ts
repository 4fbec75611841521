import { readObjectKey } from '../lists/iteration.js';
import { checkOwner } from '../load/ownership.js';
import type { ContentReads } from '../step/support.js';
import { headObject } from './head-object.js';
import { loadUpload } from './load-upload.js';
import { openContent } from './open-content.js';
import { referToContent } from './refer-to-content.js';

/** What a function needs to read, or to publish, contents; handed to its handler's factory, so that no other function carries it. */
export const contentReads: ContentReads = {
  load: async (visit, read) => {
    const { bucket, workflow, event } = visit;
    const head = await headObject(bucket, readObjectKey(visit, read));
    if (head === undefined) return undefined;
    checkOwner(visit, head);
    const part = referToContent({ bucket, workflow, txnId: event.processData }, read.key, head);
    return { value: openContent(bucket, head), part };
  },
  loadUpload,
};
