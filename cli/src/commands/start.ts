import type { Command } from 'commander';
import type { StartCommandOptions } from '../actions/start.js';
import { parseSeconds } from '../arguments.js';
import { defaultSpec } from '../defaults.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 start`: starts an execution of a deployed workflow and follows it. */
export function addStart(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('start')
    .summary('start an execution of a deployed workflow and follow it')
    .description(
      'Stores the input in the bucket, starts the state machine and prints the status until the execution has ended. Reads BUCKET_NAME (the full name, stage included), AWS_REGION, AWS_PROFILE, HTTPS_PROXY and the other variables of the AWS SDK.',
    )
    .argument('<stateMachineArn>', 'ARN of the state machine')
    .option(
      '--input <file>',
      'JSON file of the input, - for standard input (default: the first example in the spec, else {})',
    )
    .option(
      '--id <id>',
      'business key: the same id and input twice is one execution (default: each start is a new one)',
    )
    .option(
      '--timeout <seconds>',
      'give up waiting after this time; the execution runs on (default: no limit)',
      parseSeconds,
    )
    .option('--json', 'print one JSON object once the execution has ended')
    .option(
      '--spec <file>',
      `where to look for an example of the input (default: ${defaultSpec}, if there is one)`,
    )
    .action(async (arn: string, options: StartCommandOptions) => {
      const { start } = await import('../actions/start.js');
      finish(await start(arn, options, terminal));
    });
}
