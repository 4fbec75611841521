import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { InvocationResult } from '../invocation.js';
import type { Log } from '../log-line.js';
import { runtimeError } from './error-result.js';
import type { LambdaFunction } from './function.js';
import { readLines } from './lines.js';
import type { InvocationRequest, SandboxReport } from './messages.js';
import { startSandboxProcess } from './start-sandbox-process.js';

/** Lambda lets a function initialise for ten seconds before its own time begins to count. */
const initialisationMs = 10_000;

/** How long the lines of a process that has ended are waited for. */
const lastLinesMs = 500;

/**
 * One execution environment of a function: a process, with an environment and a heap of its own. Worker threads would start
 * a little sooner, but a thread whose heap is full can take the whole process with it.
 */
export class Sandbox {
  readonly fn: LambdaFunction;
  /** Settles when the bundle is loaded, or will never be. */
  readonly started: Promise<void>;
  /** Settles when the process has ended, whatever ended it, and its last lines have been read. */
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  readonly #onStarted: () => void;
  #timer: NodeJS.Timeout;
  /** The invocation under way. */
  #current: { readonly requestId: string; readonly settle: (result: InvocationResult) => void } | undefined;
  /** Why the sandbox takes no further invocation. */
  #broken: InvocationResult | undefined;

  constructor(fn: LambdaFunction, log: Log) {
    this.fn = fn;
    this.#process = startSandboxProcess(fn);
    const { stdout, stderr } = this.#process as ChildProcess & { stdout: Readable; stderr: Readable };
    readLines(stdout, (text) => log({ source: fn.name, stream: 'stdout', text }));
    readLines(stderr, (text) => log({ source: fn.name, stream: 'stderr', text }));
    const { promise, resolve } = deferred();
    this.started = promise;
    this.#onStarted = resolve;
    this.#timer = this.#startTimer(initialisationMs);
    this.#process.on('message', (report: SandboxReport) => this.#onReport(report));
    this.ended = this.#watchEnd();
  }

  /** Whether the sandbox can take another invocation. */
  get usable(): boolean {
    return this.#broken === undefined;
  }

  /** Runs one invocation in a sandbox that has started; the caller waits for its end before the next. Never rejects. */
  run(request: InvocationRequest): Promise<InvocationResult> {
    if (this.#broken !== undefined) return Promise.resolve(this.#broken);
    return new Promise((settle) => {
      this.#current = { requestId: request.requestId, settle };
      this.#timer = this.#startTimer(0);
      this.#process.send(request);
    });
  }

  /** Kills the process; an invocation under way fails as it does when Lambda kills a sandbox. */
  kill(): Promise<void> {
    this.#break('Runtime.ExitError', exitReason(null, 'SIGKILL'));
    this.#process.kill('SIGKILL');
    return this.ended;
  }

  #onReport(report: SandboxReport): void {
    if (report.kind === 'broken') {
      this.#broken ??= report.result;
      this.#process.kill('SIGKILL');
    }
    if (report.kind === 'ready') this.#settleStart();
    else this.#settle(report.result);
  }

  #watchEnd(): Promise<void> {
    const { promise, resolve } = deferred();
    this.#process.once('exit', (code, signal) => {
      this.#break('Runtime.ExitError', exitReason(code, signal));
      // What the process wrote last may still be on its way; a child of its own may hold the pipes open for ever.
      setTimeout(resolve, lastLinesMs).unref();
    });
    this.#process.once('close', resolve);
    // The process could not be started, or its channel broke: in both cases nothing more will come.
    this.#process.on('error', () => {
      this.#process.kill('SIGKILL');
      this.#break('Runtime.ExitError', 'Runtime failed to start');
      resolve();
    });
    return promise;
  }

  #startTimer(extraMs: number): NodeJS.Timeout {
    const { timeoutSeconds } = this.fn;
    return setTimeout(
      () => {
        this.#break('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
        this.#process.kill('SIGKILL');
      },
      timeoutSeconds * 1000 + extraMs,
    );
  }

  #break(errorType: string, reason: string): void {
    const request = this.#current === undefined ? '' : `RequestId: ${this.#current.requestId} `;
    this.#broken ??= runtimeError(errorType, `${request}Error: ${reason}`);
    this.#settle(this.#broken);
  }

  #settle(result: InvocationResult): void {
    this.#settleStart();
    this.#current?.settle(result);
    this.#current = undefined;
  }

  #settleStart(): void {
    clearTimeout(this.#timer);
    this.#onStarted();
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
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
