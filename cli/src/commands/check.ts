import { type Command, Option } from 'commander';
import type { CheckCommandOptions } from '../actions/check.js';
import { defaultSpec } from '../defaults.js';
import { expectShortRun } from '../short-run.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 check`: looks for mistakes and writes nothing. */
export function addCheck(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('check')
    .summary('look for mistakes in a spec')
    .description(
      'Prints every mistake of the spec with its place. Reads nothing but the spec and writes nothing.',
    )
    .argument('[spec]', 'the spec', defaultSpec)
    .option('--stage <stage>', "stage to check for (default: the spec's)")
    .option('--strict', 'let warnings fail the run')
    .addOption(
      new Option('--format <format>', 'how to print what was found')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (spec: string, options: CheckCommandOptions) => {
      expectShortRun();
      const { check } = await import('../actions/check.js');
      finish(await check(spec, options, terminal));
    });
}
