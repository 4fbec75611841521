import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import type { Client, StartOptions } from './client.js';
import { createClient } from './create-client.js';
import { ClientConfigurationError } from './errors.js';
import type { Execution, StartedExecution } from './execution.js';
import type { ClientOptions } from './options.js';

/** The types of one workflow, as the generated contract has them. */
export interface WorkflowTypes {
  readonly input: object;
  readonly document: object;
}

/** One workflow of a service, typed. */
export interface WorkflowClient<Types extends WorkflowTypes> {
  readonly stateMachineArn: string;
  /** Checks the input against its schema, stores it and starts an execution. */
  start(input: Types['input'], options?: StartOptions): Promise<StartedExecution<Types['document']>>;
  /** The handle of an execution that somebody started. */
  execution(
    reference: { readonly txnId: string } | { readonly executionArn: string },
  ): Promise<Execution<Types['document']>>;
}

/** The workflows of a service by name. */
export type ServiceClient<Types extends { readonly [Name in keyof Types]: WorkflowTypes }> = {
  readonly [Name in keyof Types]: WorkflowClient<Types[Name]>;
};

/** Where the service is deployed, and how to reach it. */
export interface ConnectOptions<Name extends string = string> extends ClientOptions {
  /** ARN of each workflow's state machine; those that are not used may be left out. */
  readonly stateMachines: { readonly [Workflow in Name]?: string | undefined };
  /** A client to share; then the other options are not looked at. Default: one of its own. */
  readonly client?: Client;
}

/**
 * Makes the typed client of a service. Generated code calls it:
 *
 * @example
 * ```ts
 * export interface Workflows {
 *   readonly ProcessA: { readonly input: ProcessA.Input; readonly document: ProcessA.Document };
 * }
 *
 * export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
 *   return connectService<Workflows>({ ProcessA: processA }, options);
 * }
 * ```
 */
export function connectService<Types extends { readonly [Name in keyof Types]: WorkflowTypes }>(
  workflows: { readonly [Name in keyof Types]: WorkflowDefinition },
  options: ConnectOptions<keyof Types & string>,
): ServiceClient<Types> {
  const client = options.client ?? createClient(options);
  const names = Object.keys(workflows) as (keyof Types & string)[];
  const entries = names.map((name) => [
    name,
    workflowClient(client, workflows[name], options.stateMachines[name]),
  ]);
  return Object.fromEntries(entries) as ServiceClient<Types>;
}

function workflowClient(
  client: Client,
  definition: WorkflowDefinition,
  arn: string | undefined,
): WorkflowClient<WorkflowTypes> {
  const stateMachineArn = (): string => {
    if (arn !== undefined) return arn;
    throw new ClientConfigurationError(
      `The ARN of workflow "${definition.workflow}" is not known; name it in stateMachines.`,
    );
  };
  return {
    get stateMachineArn() {
      return stateMachineArn();
    },
    start: async (input, startOptions) =>
      client.start({ stateMachineArn: stateMachineArn(), ...definition }, input, startOptions),
    execution: async (reference) =>
      client.execution(
        'executionArn' in reference ? reference : { stateMachineArn: stateMachineArn(), ...reference },
        definition,
      ),
  };
}
