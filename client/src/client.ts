import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import type {
  Execution,
  ExecutionOutcome,
  ExecutionStatus,
  StartedExecution,
  WaitOptions,
} from './execution.js';
import type { ClientOptions } from './options.js';

/** What to start: the ARN of a state machine, or a workflow whose definition is known. */
export type WorkflowTarget = string | ({ readonly stateMachineArn: string } & WorkflowDefinition);

export interface StartOptions {
  /** The caller's business key. Starting twice with one id and one input is one execution. Default: each start is a new one. */
  readonly id?: string;
}

/** Names an execution by its ARN, or by its state machine and transaction id. */
export type ExecutionReference =
  | { readonly executionArn: string }
  | { readonly stateMachineArn: string; readonly txnId: string };

/** Starts executions, waits for them and fetches their documents. */
export interface Client {
  start(workflow: WorkflowTarget, input: object, options?: StartOptions): Promise<StartedExecution>;
  /** The handle of an execution that somebody started; asks nothing yet. */
  execution(reference: ExecutionReference, workflow?: WorkflowDefinition): Execution;
  status(reference: ExecutionReference): Promise<ExecutionStatus>;
  wait(reference: ExecutionReference, options?: WaitOptions): Promise<ExecutionOutcome>;
  fetch(reference: ExecutionReference): Promise<Record<string, unknown>>;
  /** Closes the connections. */
  close(): void;
}

/** Makes a client. Options that are absent come from the environment. */
export declare function createClient(options?: ClientOptions): Client;
