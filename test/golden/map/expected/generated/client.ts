// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Batch from './Batch/contract.js';
import { workflow as batch } from './Batch/workflow.js';
import type * as Import from './Import/contract.js';
import { workflow as import2 } from './Import/workflow.js';
import { callbacks as importCallbacks } from './Import/callbacks.js';
import type * as Survey from './Survey/contract.js';
import { workflow as survey } from './Survey/workflow.js';
import { callbacks as surveyCallbacks } from './Survey/callbacks.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Batch: {
    readonly input: Batch.Input;
    readonly document: Batch.Document;
  };
  readonly Import: {
    readonly input: Import.Input;
    readonly document: Import.Document;
    readonly callbacks: {
      readonly ask: Import.AskOutput;
    };
  };
  readonly Survey: {
    readonly input: Survey.Input;
    readonly document: Survey.Document;
    readonly callbacks: {
      readonly ask: Survey.AskOutput;
    };
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Batch: batch, Import: { ...import2, callbacks: importCallbacks }, Survey: { ...survey, callbacks: surveyCallbacks } }, options);
}
