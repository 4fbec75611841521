import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { call } from './call.js';
import { type Staying, startSfs3 } from './sfs3.js';
import { greetingFiles, makeFolder, type SpecFolder } from './spec-folder.js';

const variables = [
  'AWS_ENDPOINT_URL',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'BUCKET_NAME',
  'STATE_MACHINE_ARN',
];

/** A `sfs3 dev` that is ready, in a folder of its own. */
export interface DevServer {
  readonly folder: SpecFolder;
  readonly process: Staying;
  /** What a shell has set after evaluating what the command printed. */
  readonly env: Readonly<Record<string, string>>;
  readonly stateMachineArn: string;
  /** Calls a command in this process as if the shell had evaluated the variables; `changed` ones stand above them. */
  call(
    args: readonly string[],
    options?: { readonly input?: string; readonly changed?: Readonly<Record<string, string>> },
  ): ReturnType<typeof call>;
  close(): Promise<void>;
}

/** Serves the greetings. */
export function startDevServer(...args: readonly string[]): Promise<DevServer> {
  return serveFiles(greetingFiles, args);
}

/** Serves the spec among these files. */
export async function serveFiles(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<DevServer> {
  const folder = await makeFolder(files);
  const server = startSfs3(['dev', ...args], { cwd: folder.path });
  await server.printed('out', 'ready\n');
  const env = await evaluate(server.out().replace(/ready\n$/, ''));
  return {
    folder,
    process: server,
    env,
    stateMachineArn: env.STATE_MACHINE_ARN ?? '',
    call: async (commandArgs, { input, changed = {} } = {}) => {
      for (const [name, value] of Object.entries({ ...env, ...changed })) vi.stubEnv(name, value);
      try {
        return await call(commandArgs, input);
      } finally {
        vi.unstubAllEnvs();
      }
    },
    close: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}

/** Lets a real shell evaluate the lines. */
async function evaluate(lines: string): Promise<Record<string, string>> {
  const values = variables.map((name) => `"$${name}"`).join(' ');
  const { stdout } = await promisify(execFile)('sh', ['-c', `${lines}\nprintf '%s\\n' ${values}`], {
    env: { PATH: process.env.PATH ?? '' },
  });
  const read = stdout.split('\n');
  return Object.fromEntries(variables.map((name, index) => [name, read[index] ?? '']));
}
