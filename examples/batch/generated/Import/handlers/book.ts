// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/book.js';
import type { BookBody } from '../contract.js';
import { book } from '../definitions/book.js';

export const handler = createStepHandler<BookBody>(book, run, { listReads });
