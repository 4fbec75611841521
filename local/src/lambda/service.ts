import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { InvocationResult, InvokeFunction } from '../invocation.js';
import type { Log } from '../log-line.js';
import { runtimeError } from './error-result.js';
import type { InterceptInvocation, InvocationFault } from './faults.js';
import { Fleet } from './fleet.js';
import { type LambdaFunction, sameVersion } from './function.js';
import { parseFunctionName } from './function-name.js';
import { handleInvokeRequest } from './invoke-api.js';
import type { InvocationRequest } from './messages.js';

/** Options of the embedded Lambda. */
export interface LambdaOptions {
  readonly log: Log;
  readonly intercept?: InterceptInvocation;
  /** Called when the last invocation of a replaced version has ended. */
  readonly onRetired?: (fn: LambdaFunction) => void;
}

/** A version of a function, and how many invocations have it in use. */
interface Deployed {
  readonly fn: LambdaFunction;
  uses: number;
  retired: boolean;
}

/** The embedded Lambda: runs each function in processes of its own. */
export class LambdaService {
  readonly #fleet: Fleet;
  readonly #options: LambdaOptions;
  #deployed: ReadonlyMap<string, Deployed> = new Map();

  constructor(options: LambdaOptions) {
    this.#options = options;
    this.#fleet = new Fleet(options.log);
  }

  /** Serves Lambda's HTTP API below `/2015-03-31/functions/`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return handleInvokeRequest(this, request, response);
  }

  /** Whether a function goes by this name or ARN. */
  has(nameOrArn: string): boolean {
    return this.#find(nameOrArn) !== undefined;
  }

  /**
   * Serves these functions from now on. A function whose code and settings are the same keeps its warm sandboxes; invocations
   * under way end on the version that they began with.
   */
  replace(functions: readonly LambdaFunction[]): void {
    const before = this.#deployed;
    this.#deployed = new Map(functions.map((fn) => [fn.name, this.#keepOrDeploy(before.get(fn.name), fn)]));
    const kept = new Set(this.#deployed.values());
    for (const deployed of before.values()) {
      if (kept.has(deployed)) continue;
      deployed.retired = true;
      this.#fleet.retire(deployed.fn);
      if (deployed.uses === 0) this.#options.onRetired?.(deployed.fn);
    }
  }

  /** Runs a function once; see {@link InvokeFunction}. Rejects only with the reason of an aborted signal. */
  readonly invoke: InvokeFunction = (functionName, payload, signal) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    const deployed = this.#find(functionName);
    if (deployed === undefined) {
      return Promise.resolve(
        runtimeError('Lambda.ResourceNotFoundException', `Function not found: ${functionName}`),
      );
    }
    const run = this.#run(deployed, { requestId: randomUUID(), payload });
    return new Promise((resolve, reject) => {
      const abandon = () => reject(signal.reason);
      signal.addEventListener('abort', abandon, { once: true });
      void run.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
    });
  };

  /** Kills all sandboxes; invocations under way fail. */
  close(): Promise<void> {
    return this.#fleet.close();
  }

  async #run(deployed: Deployed, request: InvocationRequest): Promise<InvocationResult> {
    deployed.uses += 1;
    try {
      const fault = this.#options.intercept?.({ functionName: deployed.fn.name, ...request });
      if (fault?.kind === 'answer') return runtimeError(fault.errorType, fault.errorMessage);
      if (fault?.kind === 'delay') await delay(fault.milliseconds);
      return await this.#runInSandbox(deployed.fn, request, fault);
    } finally {
      deployed.uses -= 1;
      if (deployed.retired && deployed.uses === 0) this.#options.onRetired?.(deployed.fn);
    }
  }

  async #runInSandbox(
    fn: LambdaFunction,
    request: InvocationRequest,
    fault: InvocationFault | undefined,
  ): Promise<InvocationResult> {
    const sandbox = await this.#fleet.acquire(fn);
    if (sandbox === undefined)
      return runtimeError('Lambda.ServiceException', 'The embedded Lambda is closed.');
    const timer = fault?.kind === 'kill' && setTimeout(() => void sandbox.kill(), fault.afterMilliseconds);
    try {
      const result = await sandbox.run(request);
      if (fault?.kind !== 'lose') return result;
      await sandbox.kill();
      const message = `RequestId: ${request.requestId} Error: Runtime exited with error: signal: killed`;
      return runtimeError('Runtime.ExitError', message);
    } finally {
      if (timer) clearTimeout(timer);
      this.#fleet.release(sandbox);
    }
  }

  #keepOrDeploy(before: Deployed | undefined, fn: LambdaFunction): Deployed {
    if (before === undefined || !sameVersion(before.fn, fn)) return { fn, uses: 0, retired: false };
    // The new bundle is the old one again: nobody will load it.
    this.#options.onRetired?.(fn);
    return before;
  }

  #find(nameOrArn: string): Deployed | undefined {
    const name = parseFunctionName(nameOrArn);
    return name === undefined ? undefined : this.#deployed.get(name);
  }
}
