// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, listReads, createPublisherHandler } from '@sfs3/runtime';
import { publishDocument } from '../definitions/publish-document.js';

export const handler = createPublisherHandler(publishDocument, { contentReads, listReads });
