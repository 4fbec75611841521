import type { Command } from 'commander';
import type { WaitCommandOptions } from '../actions/wait.js';
import { parseSeconds } from '../arguments.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 wait`: follows an execution to its end. */
export function addWait(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('wait')
    .summary('wait until an execution has ended')
    .description('Prints the status after each poll. Exits with 1 unless the execution succeeds.')
    .argument('<executionArn>', 'ARN of the execution')
    .option(
      '--timeout <seconds>',
      'give up after this time; the execution runs on (default: no limit)',
      parseSeconds,
    )
    .option('--json', 'print one JSON object once the execution has ended')
    .action(async (arn: string, options: WaitCommandOptions) => {
      const { wait } = await import('../actions/wait.js');
      finish(await wait(arn, options, terminal));
    });
}
