import type { Command } from 'commander';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 status`: asks once. */
export function addStatus(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('status')
    .summary("tell an execution's status")
    .description('Asks once and exits with 0, whatever the status is.')
    .argument('<executionArn>', 'ARN of the execution')
    .option('--json', 'print one JSON object, with dates, error and cause')
    .action(async (arn: string, options: { readonly json?: true }) => {
      const { status } = await import('../actions/status.js');
      await status(arn, options.json === true, terminal);
      finish(exitCodes.ok);
    });
}
