// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Bill from './Bill/contract.js';
import { workflow as bill } from './Bill/workflow.js';
import type * as Ledger from './Ledger/contract.js';
import { workflow as ledger } from './Ledger/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Bill: {
    readonly input: Bill.Input;
    readonly document: Bill.Document;
    readonly contents: 'passport' | 'chart' | 'terms-output' | 'invoice';
  };
  readonly Ledger: {
    readonly input: Ledger.Input;
    readonly document: Ledger.Document;
    readonly contents: 'signature';
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Bill: bill, Ledger: ledger }, options);
}
