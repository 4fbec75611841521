import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The command, as a person without a link in `node_modules/.bin` calls it. */
export const command = resolve(root, 'cli/bin/sfs3.js');

/** `sfs3 dev`, up and ready. */
export interface DevServices {
  /** What it told the shell to export. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts `sfs3 dev` in a process of its own and waits until it says `ready`. */
export async function startDev(args: readonly string[] = [], cwd = root): Promise<DevServices> {
  const child = spawn(process.execPath, [command, 'dev', '--port', '0', ...args], {
    cwd,
    env: withoutAws(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const environment: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.trim() === 'ready') return { environment, close: () => stop(child) };
    Object.assign(environment, exportsIn(line));
  }
  throw new Error(`sfs3 dev ended before it was ready:\n${errors.join('')}`);
}

function exportsIn(line: string): Record<string, string> {
  const assignments = line.matchAll(/([A-Z][A-Z0-9_]*)=(?:'([^']*)'|"([^"]*)"|(\S+))/g);
  return Object.fromEntries(
    [...assignments].map(([, name, ...values]) => [name, values.find((value) => value !== undefined)]),
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** The environment without AWS's variables and the proxy, so that no test leaves the machine by accident. */
export function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(AWS_|BUCKET_NAME$|STATE_MACHINE_ARN$|https?_proxy$)/i.test(name),
    ),
  );
}
