// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createDownstreamHandler } from '@sfs3/runtime';
import { book } from '../definitions/book.js';

export const handler = createDownstreamHandler(book);
