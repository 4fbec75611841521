// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from './output-keys.js';
import { schema as inputSchema } from './validators/input.js';

export const workflow: WorkflowDefinition = {
  workflow: 'Publish',
  input: inputSchema,
  outputKeys,
  contents: ['booklet'],
};
