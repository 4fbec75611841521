import type { Command } from 'commander';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

interface FetchFlags {
  readonly output?: string;
}

/** `sfs3 fetch`: prints an execution's document, or one of its files. */
export function addFetch(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('fetch')
    .summary("print an execution's document")
    .description(
      'Prints the document as one line of JSON: whole once the execution has succeeded, else as far as its steps have come. With --output the bytes of one output instead, as they lie in S3: for those that are files. Needs BUCKET_NAME.',
    )
    .argument('<executionArn>', 'ARN of the execution')
    .option(
      '--output <key>',
      'write the bytes of this output, as in: sfs3 fetch <arn> --output invoice > invoice.pdf (default: the document)',
    )
    .action(async (arn: string, { output }: FetchFlags) => {
      const { fetchContent, fetchDocument } = await import('../actions/fetch.js');
      await (output === undefined ? fetchDocument(arn, terminal) : fetchContent(arn, output, terminal));
      finish(exitCodes.ok);
    });
}
