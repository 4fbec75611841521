import { type Command, Option } from 'commander';
import type { GenerateCommandOptions } from '../actions/generate.js';
import { defaultSpec } from '../defaults.js';
import { expectShortRun } from '../short-run.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 generate`: writes what a spec describes. */
export function addGenerate(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('generate')
    .summary('write the files that a spec describes')
    .description(
      'Compiles a spec into state machines, serverless.yml, Lambda entries and types, which sfs3 owns, and into a stub for each new step, which is yours.',
    )
    .argument('[spec]', 'the spec', defaultSpec)
    .option('--out <folder>', 'folder of the owned files (default: generated, beside the spec)')
    .option('--steps <folder>', "folder of the steps' bodies (default: steps, beside the spec)")
    .option('--stage <stage>', "stage to generate for (default: the spec's)")
    .option('--check', 'write nothing, list what differs, exit with 1 if anything does')
    .option('--watch', 'stay and generate again whenever the spec changes')
    .option('--strict', 'let warnings fail the run')
    .option('--force', 'replace owned files that were edited by hand')
    .addOption(
      new Option('--format <format>', 'how to print what was found and done')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (spec: string, options: GenerateCommandOptions) => {
      expectShortRun();
      const { generateFiles } = await import('../actions/generate.js');
      finish(await generateFiles(spec, options, terminal));
    });
}
