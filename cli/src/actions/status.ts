import { parseExecutionArn } from '@sfs3/client';
import { withClient } from '../remote-client.js';
import type { Terminal } from '../terminal.js';

/** Asks for an execution's status once and prints it. */
export async function status(arn: string, json: boolean, terminal: Terminal): Promise<void> {
  const { region } = parseExecutionArn(arn);
  const now = await withClient(region, (client) => client.status({ executionArn: arn }));
  if (json) return terminal.out(JSON.stringify(now));
  terminal.out(`status: ${now.status}`);
  if (now.error !== undefined) terminal.out(`error: ${now.error}`);
  if (now.cause !== undefined) terminal.out(`cause: ${now.cause}`);
}
