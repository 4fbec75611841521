import { parseExecutionArn } from '@sfs3/client';
import { type ExitCode, exitCodes } from '../exit.js';
import { noteFailure } from '../follow.js';
import { withClient } from '../remote-client.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 wait` was asked. */
export interface WaitCommandOptions {
  readonly timeout?: number;
  readonly json?: true;
}

/** Follows an execution to its end. */
export async function wait(arn: string, options: WaitCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { region } = parseExecutionArn(arn);
  const outcome = await withClient(region, (client) =>
    client.wait(
      { executionArn: arn },
      {
        ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
        ...(options.json ? {} : { onStatus: ({ status }) => terminal.out(`status: ${status}`) }),
      },
    ),
  );
  if (options.json) terminal.out(JSON.stringify(outcome));
  else noteFailure(outcome, terminal);
  return outcome.status === 'SUCCEEDED' ? exitCodes.ok : exitCodes.failed;
}
