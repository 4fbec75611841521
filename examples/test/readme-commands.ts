import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root, startDev, withoutAws } from '../../test/support/dev-services.js';
import { type CommandResult, runCommand } from '../../test/support/run-command.js';

/** Whoever types is slower than the trigger; a script has to wait for it. */
const untilStarted =
  'until [ "$(aws stepfunctions list-executions --state-machine-arn "$STATE_MACHINE_ARN" --query "length(executions)")" != 0 ]; do :; done';

/** The commands of an example's README.md, in their order. The first one starts the services. */
export function readmeCommands(folder: string): readonly string[] {
  const page = readFileSync(join(root, 'examples', folder, 'README.md'), 'utf8');
  return [...page.matchAll(/^\$ (.*)$/gm)].map((match) => match[1] ?? '');
}

/**
 * Runs the commands in a shell of their own, against services of their own, until one fails.
 *
 * @param cwd An empty folder, for what they write. They see the repository's packages and examples there.
 */
export async function runReadmeCommands(folder: string, cwd: string): Promise<CommandResult> {
  const [first = '', ...others] = readmeCommands(folder);
  const spec = /^npx sfs3 dev --spec (\S+) --port 4566$/.exec(first)?.[1];
  if (spec === undefined) throw new Error(`README.md begins with "${first}", and not with sfs3 dev.`);
  for (const name of ['node_modules', 'examples']) symlinkSync(join(root, name), join(cwd, name), 'dir');
  const services = await startDev(['--spec', spec]);
  try {
    const lines = others.map((line) =>
      line.includes('list-executions') ? `${untilStarted}\n${line}` : line,
    );
    // AWS CLI 1 reads AWS_ENDPOINT_URL only in its later releases.
    const script = ['aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }', ...lines].join('\n');
    const env = { ...withoutAws(process.env), ...services.environment, AWS_EC2_METADATA_DISABLED: 'true' };
    return await runCommand('bash', ['-euc', script], { cwd, env });
  } finally {
    await services.close();
  }
}
