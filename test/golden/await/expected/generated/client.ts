// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { type ConnectOptions, connectService, type ServiceClient } from '@sfs3/client';
import type * as Order from './Order/contract.js';
import { workflow as order } from './Order/workflow.js';
import type * as Report from './Report/contract.js';
import { workflow as report } from './Report/workflow.js';
import type * as Shipping from './Shipping/contract.js';
import { workflow as shipping } from './Shipping/workflow.js';
import type * as Billing from './Billing/contract.js';
import { workflow as billing } from './Billing/workflow.js';
import type * as Rating from './Rating/contract.js';
import { workflow as rating } from './Rating/workflow.js';
import type * as Closing from './Closing/contract.js';
import { workflow as closing } from './Closing/workflow.js';

/** The types of each workflow. */
export interface Workflows {
  readonly Order: {
    readonly input: Order.Input;
    readonly document: Order.Document;
  };
  readonly Report: {
    readonly input: Report.Input;
    readonly document: Report.Document;
  };
  readonly Shipping: {
    readonly input: Shipping.Input;
    readonly document: Shipping.Document;
  };
  readonly Billing: {
    readonly input: Billing.Input;
    readonly document: Billing.Document;
  };
  readonly Rating: {
    readonly input: Rating.Input;
    readonly document: Rating.Document;
  };
  readonly Closing: {
    readonly input: Closing.Input;
    readonly document: Closing.Document;
  };
}

/** Connects to the deployed service: `stateMachines` holds the ARN of each workflow's state machine. */
export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
  return connectService<Workflows>({ Order: order, Report: report, Shipping: shipping, Billing: billing, Rating: rating, Closing: closing }, options);
}
