import { beatCallback, completeCallback, failCallback } from '@sfs3/runtime';
import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import { answer } from './answer.js';
import type { Client, ExecutionReference } from './client.js';
import { systemTiming, type Timing } from './clock.js';
import { openConnection } from './connection.js';
import type { Execution } from './execution.js';
import { executionHandle, resolveReference } from './execution-handle.js';
import type { ClientOptions } from './options.js';
import { start } from './start.js';

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
    complete: (callback, output, workflow) =>
      answer(connection, callback, workflow, (input) => completeCallback(input, output)),
    fail: (callback, failure, workflow) =>
      answer(connection, callback, workflow, (input) => failCallback(input, failure)),
    heartbeat: (callback, workflow) => answer(connection, callback, workflow, beatCallback),
    close: () => {
      connection.s3.destroy();
      connection.sfn.destroy();
      connection.polls.destroy();
    },
  };
}
