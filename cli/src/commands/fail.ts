import type { Command } from 'commander';
import type { FailCommandOptions } from '../actions/answer.js';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 fail`: lets a callback step fail. */
export function addFail(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('fail')
    .summary('let a step that waits fail')
    .description(
      'Ends a callback step with an error, which its retry and catch see. Needs BUCKET_NAME, and AWS_REGION where a token is given.',
    )
    .argument('<callback>', 'the token that the step gave away, or the ARN of its execution')
    .option('--step <step>', "the step that waits (default: the token's)")
    .option(
      '--iteration <numbers>',
      "of a step in a map: which iteration, from 0; in maps within each other as 3.0 (default: the token's)",
    )
    .option('--error <name>', 'name of the error', 'Refused')
    .option('--cause <text>', 'more for people (default: none)')
    .action(async (callback: string, options: FailCommandOptions) => {
      const { fail } = await import('../actions/answer.js');
      await fail(callback, options, terminal);
      finish(exitCodes.ok);
    });
}
