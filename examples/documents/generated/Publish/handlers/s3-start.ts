// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createUploadHandler } from '@sfs3/runtime';
import { workflow } from '../workflow.js';

export const handler = createUploadHandler(workflow);
