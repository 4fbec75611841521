import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import { systemTiming, type Timing } from './clock.js';
import { openConnection } from './connection.js';
import type {
  Execution,
  ExecutionOutcome,
  ExecutionStatus,
  StartedExecution,
  WaitOptions,
} from './execution.js';
import { executionHandle, resolveReference } from './execution-handle.js';
import type { ClientOptions } from './options.js';
import { start } from './start.js';

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

/**
 * Makes a client. Options that are absent come from the environment. All waits of one client share one pace, so one client for
 * each process is enough, and more of them would ask Step Functions more often than its quota likes.
 *
 * @example
 * ```ts
 * const client = createClient({ bucket: 'ds97068processinput-dev' });
 * const execution = await client.start(stateMachineArn, { foo: 'foo val', bar: 'bar val' }, { id: 'order-7' });
 * const document = await execution.result({ timeoutSeconds: 60 });
 * ```
 */
export function createClient(options: ClientOptions = {}, timing: Timing = systemTiming): Client {
  const connection = openConnection(options, timing);
  const find = async (reference: ExecutionReference, workflow?: WorkflowDefinition): Promise<Execution> =>
    executionHandle(connection, await resolveReference(connection, reference, workflow));
  return {
    start: (workflow, input, startOptions = {}) => start(connection, workflow, input, startOptions),
    execution: find,
    status: async (reference) => (await find(reference)).status(),
    wait: async (reference, waitOptions) => (await find(reference)).wait(waitOptions),
    fetch: async (reference) => (await find(reference)).fetch(),
    close: () => {
      connection.s3.destroy();
      connection.sfn.destroy();
      connection.polls.destroy();
    },
  };
}
