// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Import from './Import/contract.js';
import { workflow as import2 } from './Import/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Import: {
    readonly input: Import.Input;
    readonly document: Import.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Import: import2 }, options);
}
