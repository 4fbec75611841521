import { type Command, Option } from 'commander';
import type { ExplainCommandOptions } from '../actions/explain.js';
import { defaultSpec } from '../defaults.js';
import { expectShortRun } from '../short-run.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 explain`: what a step may read, and why. */
export function addExplain(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('explain')
    .summary('say what a step may read, and why')
    .description(
      'Tells for each key of the workflow whether the step may read it, which step writes it, and on which paths.',
    )
    .argument('<step>', 'the step')
    .option('--workflow <workflow>', 'its workflow (default: the only one that has such a step)')
    .option('--spec <file>', 'the spec', defaultSpec)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (step: string, options: ExplainCommandOptions) => {
      expectShortRun();
      const { explain } = await import('../actions/explain.js');
      finish(await explain(step, options, terminal));
    });
}
