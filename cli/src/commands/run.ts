import type { Command } from 'commander';
import type { RunCommandOptions } from '../actions/run.js';
import { parseSeconds } from '../arguments.js';
import { defaultSpec } from '../defaults.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 run`: one execution on this machine. */
export function addRun(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('run')
    .summary('run a workflow once on this machine')
    .description(
      'Generates what is missing, runs one execution with S3, Step Functions and Lambda inside this process, and prints its document. The progress goes to standard error. With AWS_ENDPOINT_URL_S3 the data lies on that S3 server.',
    )
    .argument('[workflow]', 'the workflow (default: the first of the spec)')
    .option('--spec <file>', 'the spec', defaultSpec)
    .option('--stage <stage>', "stage to run as (default: the spec's)")
    .option(
      '--input <file>',
      'JSON file of the input, - for standard input (default: the first example in the spec, else {})',
    )
    .option('--id <id>', 'business key of the execution (default: none)')
    .option('--timeout <seconds>', 'give up after this time (default: no limit)', parseSeconds)
    .option('--logs', 'print what the functions write, to standard error')
    .option('--json', 'print one JSON object with the status, the ARN and the document')
    .action(async (workflow: string | undefined, options: RunCommandOptions) => {
      const { run } = await import('../actions/run.js');
      finish(await run(workflow, options, terminal));
    });
}
