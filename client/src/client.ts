import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import type {
  Execution,
  ExecutionOutcome,
  ExecutionStatus,
  StartedExecution,
  WaitOptions,
} from './execution.js';

/** What to start: the ARN of a state machine, or a workflow whose definition is known. */
export type WorkflowTarget = string | ({ readonly stateMachineArn: string } & WorkflowDefinition);

/** How to start. */
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
  /** Stores the input as a new document and starts an execution that works on it. */
  start(workflow: WorkflowTarget, input: object, options?: StartOptions): Promise<StartedExecution>;
  /** The handle of an execution that somebody started. */
  execution(reference: ExecutionReference, workflow?: WorkflowDefinition): Promise<Execution>;
  /** As `Execution.status`. */
  status(reference: ExecutionReference): Promise<ExecutionStatus>;
  /** As `Execution.wait`. */
  wait(reference: ExecutionReference, options?: WaitOptions): Promise<ExecutionOutcome>;
  /** As `Execution.fetch`. */
  fetch(reference: ExecutionReference): Promise<Record<string, unknown>>;
  /** Closes the connections. */
  close(): void;
}
