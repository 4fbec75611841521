// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Pay from './Pay/contract.js';
import { workflow as pay } from './Pay/workflow.js';
import type * as Ledger from './Ledger/contract.js';
import { workflow as ledger } from './Ledger/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Pay: {
    readonly input: Pay.Input;
    readonly document: Pay.Document;
  };
  readonly Ledger: {
    readonly input: Ledger.Input;
    readonly document: Ledger.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Pay: pay, Ledger: ledger }, options);
}
