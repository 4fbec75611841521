import type { Command } from 'commander';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 fetch`: prints an execution's document. */
export function addFetch(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('fetch')
    .summary("print an execution's document")
    .description(
      'Prints the document as one line of JSON: whole once the execution has succeeded, else as far as its steps have come. Needs BUCKET_NAME.',
    )
    .argument('<executionArn>', 'ARN of the execution')
    .action(async (arn: string) => {
      const { fetchDocument } = await import('../actions/fetch.js');
      await fetchDocument(arn, terminal);
      finish(exitCodes.ok);
    });
}
