import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const bin = join(import.meta.dirname, '../bin/sfs3.js');
/** What the machine running the tests has set must not reach the command. */
const foreign = /^(AWS_|BUCKET_|STATE_MACHINE_|NO_COLOR$|FORCE_COLOR$)|_PROXY$/i;

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For standard input. */
  readonly input?: string;
}

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command to its end. */
export async function sfs3(args: readonly string[], options: RunOptions): Promise<Finished> {
  const child = spawnSfs3(args, options);
  child.stdin.end(options.input ?? '');
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, out, err };
}

/** A command that stays. */
export interface Staying {
  readonly pid: number;
  /** What it has printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves once the text has been printed after what the last call found; rejects when the command ends before. */
  printed(stream: 'out' | 'err', text: string): Promise<void>;
  /** Tells it to end and resolves to its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a command that stays until it is told to end. */
export function startSfs3(args: readonly string[], options: RunOptions): Staying {
  const child = spawnSfs3(args, options);
  const texts = { out: '', err: '' };
  const found = { out: 0, err: 0 };
  const listeners = new Set<() => void>();
  let code: number | null | undefined;
  const collect = (stream: 'out' | 'err') => (chunk: string) => {
    texts[stream] += chunk;
    for (const listen of listeners) listen();
  };
  child.stdout.setEncoding('utf8').on('data', collect('out'));
  child.stderr.setEncoding('utf8').on('data', collect('err'));
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', (exitCode) => {
      code = exitCode;
      for (const listen of listeners) listen();
      resolve(exitCode);
    });
  });
  return {
    pid: child.pid ?? 0,
    out: () => texts.out,
    err: () => texts.err,
    printed: (stream, wanted) =>
      new Promise((resolve, reject) => {
        const listen = (): void => {
          const at = texts[stream].indexOf(wanted, found[stream]);
          if (at < 0 && code === undefined) return;
          listeners.delete(listen);
          if (at < 0)
            return void reject(new Error(`ended with ${code} before "${wanted}":\n${texts.out}${texts.err}`));
          found[stream] = at + wanted.length;
          resolve();
        };
        listeners.add(listen);
        listen();
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return closed;
    },
  };
}

function spawnSfs3(args: readonly string[], { cwd, env = {} }: RunOptions): ChildProcessWithoutNullStreams {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return spawn(process.execPath, [bin, ...args], { cwd, env: { ...Object.fromEntries(inherited), ...env } });
}
