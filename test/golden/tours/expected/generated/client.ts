// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Book from './Book/contract.js';
import { workflow as book } from './Book/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Book: {
    readonly input: Book.Input;
    readonly document: Book.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Book: book }, options);
}
