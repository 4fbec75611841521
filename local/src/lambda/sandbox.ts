import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { InvocationResult } from '../invocation.js';
import type { Log } from '../log-line.js';
import { runtimeError } from './error-result.js';
import type { LambdaFunction } from './function.js';
import { readLines } from './lines.js';
import type { InvocationRequest, SandboxReport, SandboxSettings } from './messages.js';

/** Lambda lets a function initialise for ten seconds before its own time begins to count. */
const initialisationMs = 10_000;

interface PendingInvocation {
  readonly requestId: string;
  readonly settle: (result: InvocationResult) => void;
  timer: NodeJS.Timeout;
}

/**
 * One execution environment of a function: a process, with an environment and a heap of its own. Worker threads would start
 * sooner, but a thread whose heap is full can take the whole process with it.
 */
export class Sandbox {
  readonly fn: LambdaFunction;
  /** Settles when the process has ended, whatever ended it. */
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  #ready = false;
  #usable = true;
  #pending: PendingInvocation | undefined;

  constructor(fn: LambdaFunction, log: Log) {
    this.fn = fn;
    this.#process = startProcess(fn);
    const { stdout, stderr } = this.#process as ChildProcess & { stdout: Readable; stderr: Readable };
    readLines(stdout, (text) => log({ source: fn.name, stream: 'stdout', text }));
    readLines(stderr, (text) => log({ source: fn.name, stream: 'stderr', text }));
    this.#process.on('message', (report: SandboxReport) => this.#onReport(report));
    this.ended = new Promise((resolve) => {
      const onEnd = (reason: string) => {
        this.#fail('Runtime.ExitError', reason);
        resolve();
      };
      this.#process.once('exit', (code, signal) => onEnd(exitReason(code, signal)));
      // The process could not be started, or its channel broke: in both cases nothing more will come.
      this.#process.on('error', () => {
        this.#process.kill('SIGKILL');
        onEnd('Runtime failed to start');
      });
    });
  }

  /** Whether the sandbox can take another invocation. */
  get usable(): boolean {
    return this.#usable;
  }

  /** Runs one invocation; the caller waits for its end before the next. Never rejects. */
  run(request: InvocationRequest): Promise<InvocationResult> {
    return new Promise((settle) => {
      const timer = this.#startTimer(this.#ready ? 0 : initialisationMs);
      this.#pending = { requestId: request.requestId, settle, timer };
      if (this.#usable) this.#process.send(request);
      else this.#fail('Runtime.ExitError', 'Runtime exited without providing a reason');
    });
  }

  /** Kills the process; an invocation under way fails as it does when Lambda kills a sandbox. */
  kill(): Promise<void> {
    this.#fail('Runtime.ExitError', exitReason(null, 'SIGKILL'));
    this.#process.kill('SIGKILL');
    return this.ended;
  }

  #onReport(report: SandboxReport): void {
    if (report.kind === 'ready') {
      this.#ready = true;
      if (this.#pending === undefined) return;
      clearTimeout(this.#pending.timer);
      this.#pending.timer = this.#startTimer(0);
      return;
    }
    this.#settle(report.result);
    if (report.kind === 'broken') void this.kill();
  }

  #startTimer(extraMs: number): NodeJS.Timeout {
    return setTimeout(
      () => {
        this.#fail('Sandbox.Timedout', `Task timed out after ${this.fn.timeoutSeconds.toFixed(2)} seconds`);
        void this.kill();
      },
      this.fn.timeoutSeconds * 1000 + extraMs,
    );
  }

  #fail(errorType: string, reason: string): void {
    this.#usable = false;
    if (this.#pending === undefined) return;
    this.#settle(runtimeError(errorType, `RequestId: ${this.#pending.requestId} Error: ${reason}`));
  }

  #settle(result: InvocationResult): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    clearTimeout(pending.timer);
    pending.settle(result);
  }
}

function startProcess(fn: LambdaFunction): ChildProcess {
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

/** Why a process ended, in Lambda's words. */
function exitReason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGKILL') return 'Runtime exited with error: signal: killed';
  if (signal === 'SIGABRT') return 'Runtime exited with error: signal: aborted';
  if (signal !== null) return `Runtime exited with error: signal: ${signal}`;
  return code === 0
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code}`;
}
