import type { Command } from 'commander';
import type { DevCommandOptions } from '../actions/dev.js';
import { parsePort } from '../arguments.js';
import { defaultSpec } from '../defaults.js';
import type { Terminal } from '../terminal.js';
import type { Finish } from './command.js';

/** `sfs3 dev`: the services stay up while the spec and the bodies change. */
export function addDev(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('dev')
    .summary('keep the services up on this machine')
    .description(
      'Serves the spec on 127.0.0.1: S3, Step Functions, Lambda and http triggers behind one endpoint. Prints the variables that clients need as lines for the shell, then `ready`. Generates and swaps the functions whenever the spec or a body changes. Ends on SIGINT or SIGTERM. With AWS_ENDPOINT_URL_S3 the data lies on that S3 server.',
    )
    .option('--port <port>', 'port to listen on; 0 lets the system choose', parsePort, 0)
    .option('--directory <folder>', 'folder that keeps the objects (default: memory)')
    .option('--spec <file>', 'the spec', defaultSpec)
    .option('--stage <stage>', "stage to serve as (default: the spec's)")
    .action(async (options: DevCommandOptions) => {
      const { dev } = await import('../actions/dev.js');
      finish(await dev(options, terminal));
    });
}
