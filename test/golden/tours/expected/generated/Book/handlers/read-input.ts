// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listWrites, createInputReaderHandler } from '@sfs3/runtime';
import { readInput } from '../definitions/read-input.js';

export const handler = createInputReaderHandler(readInput, { listWrites });
