// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createDocumentHandler } from '@sfs3/runtime';
import { workflow } from '../workflow.js';

export const handler = createDocumentHandler(workflow);
