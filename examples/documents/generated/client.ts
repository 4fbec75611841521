// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Publish from './Publish/contract.js';
import { workflow as publish } from './Publish/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Publish: {
    readonly input: Publish.Input;
    readonly document: Publish.Document;
    readonly contents: 'booklet';
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Publish: publish }, options);
}
