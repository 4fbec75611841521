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

/** Names a step that waits for an answer: by the token that it gave away, or by its execution and its name. */
export type CallbackReference =
  | { readonly token: string; readonly step?: string }
  | (ExecutionReference & { readonly step: string; readonly iteration?: Iteration });

/** Which iteration of a map, from 0; of maps within each other one number for each, outermost first. Those of a map on a loop are named by tokens alone. */
export type Iteration = number | readonly number[];

/** Why a step that waited for an answer has failed. */
export interface Failure {
  /** What `Retry` and `Catch` match; at most 256 characters. */
  readonly error: string;
  /** More for people; at most 32,768 characters. Default: none. */
  readonly cause?: string;
}

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
  /**
   * Answers a step that waits: checks the output where its schema is known, stores it as the step's output, and lets the execution
   * go on. The same answer may be given again. Text as the first argument is a token.
   *
   * @throws AlreadyAnsweredError, AnswerTooLateError, CallbackNotFoundError, InvalidTaskTokenError, and OutputValidationError: then
   * nothing is stored and the step waits on.
   */
  complete(
    callback: string | CallbackReference,
    output?: unknown,
    workflow?: WorkflowDefinition,
  ): Promise<void>;
  /** Lets a step that waits fail. Throws as `complete` does. */
  fail(callback: string | CallbackReference, failure: Failure, workflow?: WorkflowDefinition): Promise<void>;
  /** Tells a step with a `heartbeat` that its answer is still being worked on. Throws as `complete` does. */
  heartbeat(callback: string | CallbackReference, workflow?: WorkflowDefinition): Promise<void>;
  /** Closes the connections. */
  close(): void;
}
