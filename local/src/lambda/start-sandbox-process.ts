import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LambdaFunction } from './function.js';
import type { SandboxSettings } from './messages.js';

/** Starts the process of a sandbox; it reports when its bundle is loaded. */
export function startSandboxProcess(fn: LambdaFunction): ChildProcess {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  const settings: SandboxSettings = {
    functionName: fn.name,
    functionArn: fn.arn,
    bundle: fn.bundle,
    timeoutMs: fn.timeoutSeconds * 1000,
    memoryMb: fn.memoryMb,
    logGroupName: `/aws/lambda/${fn.name}`,
    logStreamName: `${day}/[$LATEST]${randomBytes(16).toString('hex')}`,
  };
  return fork(fileURLToPath(new URL('./sandbox-process.js', import.meta.url)), [JSON.stringify(settings)], {
    cwd: dirname(fn.bundle),
    env: fn.environment,
    // Loaders and flags of the host are no part of a sandbox.
    execArgv: [`--max-old-space-size=${fn.memoryMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}
