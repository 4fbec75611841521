// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Approval from './Approval/contract.js';
import { workflow as approval } from './Approval/workflow.js';
import { callbacks as approvalCallbacks } from './Approval/callbacks.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Approval: {
    readonly input: Approval.Input;
    readonly document: Approval.Document;
    readonly callbacks: {
      readonly approve: Approval.ApproveOutput;
      readonly escalate: Approval.EscalateOutput;
    };
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Approval: { ...approval, callbacks: approvalCallbacks } }, options);
}
