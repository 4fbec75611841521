import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import type { CallbackReference, Client, Failure, Iteration, StartOptions } from './client.js';
import { createClient } from './create-client.js';
import { ClientConfigurationError } from './errors.js';
import type { Execution, StartedExecution } from './execution.js';
import type { ClientOptions } from './options.js';

/** The types of one workflow, as the generated contract has them. */
export interface WorkflowTypes {
  readonly input: object;
  readonly document: object;
  /** The output of each step that waits for an answer, by the step's name; `undefined` where it has none. Default: no such steps. */
  readonly callbacks?: object;
  /** The keys of the outputs that are files. Default: none. */
  readonly contents?: string;
}

/** The steps of a workflow that wait for an answer, and the output of each. */
type CallbacksOf<Types extends WorkflowTypes> = Types extends { readonly callbacks: infer Callbacks }
  ? Callbacks
  : Record<never, never>;

/** The keys of the outputs of a workflow that are files. */
type ContentsOf<Types extends WorkflowTypes> = Types extends { readonly contents: infer Key extends string }
  ? Key
  : never;

/** Names one step of one execution that waits for an answer, or the token that the step gave away. */
export type CallbackOf<Step extends string> =
  | { readonly txnId: string; readonly step: Step; readonly iteration?: Iteration }
  | { readonly executionArn: string; readonly step: Step; readonly iteration?: Iteration }
  | { readonly token: string; readonly step: Step };

/** What an answer carries: nothing where the step has no output. */
type AnswerOf<Output> = [Output] extends [undefined] ? [] : [output: Output];

/** One workflow of a service, typed. */
export interface WorkflowClient<Types extends WorkflowTypes> {
  readonly stateMachineArn: string;
  /** Checks the input against its schema, stores it and starts an execution. */
  start(
    input: Types['input'],
    options?: StartOptions,
  ): Promise<StartedExecution<Types['document'], ContentsOf<Types>>>;
  /** The handle of an execution that somebody started. */
  execution(
    reference: { readonly txnId: string } | { readonly executionArn: string },
  ): Promise<Execution<Types['document'], ContentsOf<Types>>>;
  /** As `Client.complete`; the output is checked against its schema first. */
  complete<Step extends keyof CallbacksOf<Types> & string>(
    callback: CallbackOf<Step>,
    ...answer: AnswerOf<CallbacksOf<Types>[Step]>
  ): Promise<void>;
  /** As `Client.fail`. */
  fail(callback: CallbackOf<keyof CallbacksOf<Types> & string>, failure: Failure): Promise<void>;
  /** As `Client.heartbeat`. */
  heartbeat(callback: CallbackOf<keyof CallbacksOf<Types> & string>): Promise<void>;
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
 *   readonly ProcessA: {
 *     readonly input: ProcessA.Input;
 *     readonly document: ProcessA.Document;
 *     readonly callbacks: { readonly approve: ProcessA.ApproveOutput };
 *   };
 * }
 *
 * export function connect(options: ConnectOptions<keyof Workflows>): ServiceClient<Workflows> {
 *   return connectService<Workflows>({ ProcessA: { ...processA, callbacks: [approve] } }, options);
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
  const callbackReference = (callback: CallbackOf<string>): CallbackReference =>
    'txnId' in callback ? { stateMachineArn: stateMachineArn(), ...callback } : callback;
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
    complete: async (callback: CallbackOf<string>, ...[output]: readonly unknown[]) =>
      client.complete(callbackReference(callback), output, definition),
    fail: async (callback, failure) => client.fail(callbackReference(callback), failure, definition),
    heartbeat: async (callback) => client.heartbeat(callbackReference(callback), definition),
  };
}
