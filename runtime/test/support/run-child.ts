import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createBundleOptions } from '@sfs3/runtime/bundle';
import { build } from 'esbuild';

/** Bundles the step that the kill test runs, as a step of a generated service is bundled. */
export async function bundleKilledStep(outdir: string): Promise<string> {
  const entry = resolve(import.meta.dirname, 'killed-step.ts');
  await build(createBundleOptions({ entries: { step: entry }, outdir }));
  return join(outdir, 'step.cjs');
}

/** How a child process ended. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

/** A step's process under way. */
export interface RunningChild {
  readonly process: ChildProcess;
  readonly end: Promise<ChildEnd>;
}

/** Runs one attempt of a step in a process of its own. */
export function runChild(
  bundle: string,
  kind: string,
  event: object,
  environment: Record<string, string>,
): RunningChild {
  const child = spawn(process.execPath, [bundle, kind, JSON.stringify(event)], {
    env: { ...environment, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-600);
  });
  const end = once(child, 'close').then(([code, signal]) => ({ code, signal, errors }));
  return { process: child, end };
}
