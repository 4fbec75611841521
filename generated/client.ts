// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as ProcessA from './ProcessA/contract.js';
import { workflow as processA } from './ProcessA/workflow.js';
import type * as Downstream from './downstream/contract.js';
import { workflow as downstream } from './downstream/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly ProcessA: {
    readonly input: ProcessA.Input;
    readonly document: ProcessA.Document;
  };
  readonly downstream: {
    readonly input: Downstream.Input;
    readonly document: Downstream.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ ProcessA: processA, downstream: downstream }, options);
}
