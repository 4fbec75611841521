// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Upload from './Upload/contract.js';
import { workflow as upload } from './Upload/workflow.js';
import type * as Clean from './Clean/contract.js';
import { workflow as clean } from './Clean/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Upload: {
    readonly input: Upload.Input;
    readonly document: Upload.Document;
  };
  readonly Clean: {
    readonly input: Clean.Input;
    readonly document: Clean.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Upload: upload, Clean: clean }, options);
}
