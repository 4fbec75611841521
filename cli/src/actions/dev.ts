import { bucketName, stateMachineName } from '@sfs3/generator';
import type { LocalServices } from '@sfs3/local';
import { buildProject, type Project } from '../build-project.js';
import { exportLines } from '../environment.js';
import { type ExitCode, exitCodes, reportFailure } from '../exit.js';
import { noteLog } from '../note-log.js';
import { startServices } from '../services.js';
import { listenForStop, untilStopped } from '../stop-signal.js';
import type { Terminal } from '../terminal.js';
import { watchFiles } from '../watch.js';

/** What `sfs3 dev` was asked. */
export interface DevCommandOptions {
  readonly port: number;
  readonly directory?: string;
  readonly spec: string;
  readonly stage?: string;
}

/** Keeps the services up and follows the spec and the bodies until the process is told to end. */
export async function dev(options: DevCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const project = await buildProject(options, terminal);
  if (project === undefined) return exitCodes.failed;
  const { port, directory } = options;
  const stop = listenForStop();
  const services = await startServices({
    port,
    log: noteLog(terminal),
    ...(directory === undefined ? {} : { directory }),
  });
  try {
    await services.apply(project.deployment);
    const reload = (): Promise<void> => swap(services, options, terminal);
    const watched = { files: [project.specPath], folders: project.bodyFolders };
    const watcher = await watchFiles(watched, reload);
    try {
      announce(project, services, terminal);
      await untilStopped(stop);
    } finally {
      await watcher.close();
    }
  } finally {
    await services.close();
  }
  return exitCodes.ok;
}

/** Prints what a shell needs to reach the services, then that they are there. */
function announce({ service }: Project, services: LocalServices, terminal: Terminal): void {
  const arnOf = (workflow: string): string =>
    services.stateMachineArn(stateMachineName(workflow, service.stage));
  const [first, ...others] = service.workflows;
  const { AWS_REGION = '' } = services.environment;
  const variables = {
    ...services.environment,
    // AWS CLI 1 reads the region from here alone.
    AWS_DEFAULT_REGION: AWS_REGION,
    BUCKET_NAME: bucketName(service.storage.bucket, service.stage),
    ...(first === undefined ? {} : { STATE_MACHINE_ARN: arnOf(first.name) }),
  };
  for (const line of exportLines(variables)) terminal.out(line);
  for (const { name } of others) terminal.note(`${name}: ${arnOf(name)}`);
  terminal.out('ready');
}

/** Puts the changed service in the old one's place; what is wrong with it is shown, and the old one goes on. */
async function swap(services: LocalServices, options: DevCommandOptions, terminal: Terminal): Promise<void> {
  try {
    const project = await buildProject(options, terminal);
    if (project !== undefined) {
      await services.apply(project.deployment);
      return terminal.note(terminal.noteColors.green('reloaded'));
    }
  } catch (error) {
    reportFailure(error, terminal);
  }
  terminal.note(terminal.noteColors.yellow('the service before the change goes on'));
}
