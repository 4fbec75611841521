import { createRequire } from 'node:module';
import { Command } from 'commander';
import { addCheck } from './commands/check.js';
import type { Finish } from './commands/command.js';
import { addComplete } from './commands/complete.js';
import { addDev } from './commands/dev.js';
import { addExplain } from './commands/explain.js';
import { addFail } from './commands/fail.js';
import { addFetch } from './commands/fetch.js';
import { addGenerate } from './commands/generate.js';
import { addRun } from './commands/run.js';
import { addStart } from './commands/start.js';
import { addStatus } from './commands/status.js';
import { addWait } from './commands/wait.js';
import type { Terminal } from './terminal.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** In the order of the help. */
const commands = [
  addGenerate,
  addCheck,
  addExplain,
  addRun,
  addDev,
  addStart,
  addWait,
  addStatus,
  addFetch,
  addComplete,
  addFail,
];

/** The command with all its subcommands. */
export function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('sfs3')
    .description('Step Functions whose steps keep their data in S3, generated from one workflow.yaml.')
    .version(version)
    .helpCommand(false)
    .showHelpAfterError('(sfs3 --help lists the commands, sfs3 <command> --help its options)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done; 1 a mistake in the spec, a difference, a failed execution; 2 called wrongly; 70 a mistake in sfs3; 130 interrupted.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    });
  for (const add of commands) add(program, terminal, finish);
  return program;
}
