// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Order from './Order/contract.js';
import { workflow as order } from './Order/workflow.js';
import type * as Auction from './Auction/contract.js';
import { workflow as auction } from './Auction/workflow.js';
import type * as Shipping from './Shipping/contract.js';
import { workflow as shipping } from './Shipping/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Order: {
    readonly input: Order.Input;
    readonly document: Order.Document;
  };
  readonly Auction: {
    readonly input: Auction.Input;
    readonly document: Auction.Document;
  };
  readonly Shipping: {
    readonly input: Shipping.Input;
    readonly document: Shipping.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Order: order, Auction: auction, Shipping: shipping }, options);
}
