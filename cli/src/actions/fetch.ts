import { parseExecutionArn } from '@sfs3/client';
import { withClient } from '../remote-client.js';
import type { Terminal } from '../terminal.js';

/** Writes the bytes of an output that is a file. */
export async function fetchContent(arn: string, key: string, terminal: Terminal): Promise<void> {
  const { region } = parseExecutionArn(arn);
  await withClient(region, async (client) => {
    const execution = await client.execution({ executionArn: arn });
    await terminal.outBytes((await execution.open(key)).stream());
  });
}

/** Prints the document of an execution as far as it is written. */
export async function fetchDocument(arn: string, terminal: Terminal): Promise<void> {
  const { region } = parseExecutionArn(arn);
  const document = await withClient(region, (client) => client.fetch({ executionArn: arn }));
  terminal.out(JSON.stringify(document));
}
