import type { Command } from 'commander';
import type { CompleteCommandOptions } from '../actions/answer.js';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 complete`: gives a callback step its answer. */
export function addComplete(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('complete')
    .summary('answer a step that waits')
    .description(
      'Stores the output of a callback step and lets its execution go on. The steps that read the output check it against its schema. Needs BUCKET_NAME, and AWS_REGION where a token is given. The same answer may be given again; another one is refused with exit code 1.',
    )
    .argument('<callback>', 'the token that the step gave away, or the ARN of its execution')
    .option('--step <step>', "the step that waits (default: the token's)")
    .option(
      '--iteration <numbers>',
      "of a step in a map: which iteration, from 0; in maps within each other as 3.0 (default: the token's)",
    )
    .option('--output <file>', 'JSON file of the output, - for standard input (default: no output)')
    .action(async (callback: string, options: CompleteCommandOptions) => {
      const { complete } = await import('../actions/answer.js');
      await complete(callback, options, terminal);
      finish(exitCodes.ok);
    });
}
