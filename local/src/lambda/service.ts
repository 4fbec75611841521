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
import type { Sandbox } from './sandbox.js';

/** Options of the embedded Lambda. */
export interface LambdaOptions {
  readonly log: Log;
  readonly intercept?: InterceptInvocation;
  /** Called with the path of a bundle that no function needs any longer. */
  readonly onUnused?: (bundle: string) => void;
}

/** A version of a function, and how many invocations have it in use. */
interface Deployed {
  readonly fn: LambdaFunction;
  uses: number;
}

/** The embedded Lambda: runs each function in processes of its own. */
export class LambdaService {
  readonly #fleet: Fleet;
  readonly #options: LambdaOptions;
  #deployed: ReadonlyMap<string, Deployed> = new Map();
  /** Versions that were replaced while invocations were under way. */
  readonly #draining = new Set<Deployed>();

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
    this.#deployed = new Map(
      functions.map((fn) => {
        const known = before.get(fn.name);
        return [fn.name, known !== undefined && sameVersion(known.fn, fn) ? known : { fn, uses: 0 }];
      }),
    );
    const kept = new Set(this.#deployed.values());
    for (const deployed of before.values()) {
      if (kept.has(deployed)) continue;
      this.#fleet.retire(deployed.fn);
      if (deployed.uses > 0) this.#draining.add(deployed);
      else this.#dropBundle(deployed.fn.bundle);
    }
    // Of a version that is kept, the new bundle is the old one again.
    for (const fn of functions) this.#dropBundle(fn.bundle);
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
    const run = this.#run(deployed, { requestId: randomUUID(), payload }, signal);
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

  async #run(deployed: Deployed, request: InvocationRequest, signal: AbortSignal): Promise<InvocationResult> {
    deployed.uses += 1;
    try {
      const fault = this.#options.intercept?.({ functionName: deployed.fn.name, ...request });
      if (fault?.kind === 'answer') return runtimeError(fault.errorType, fault.errorMessage);
      if (fault?.kind === 'delay') await delay(fault.milliseconds);
      const sandbox = await this.#fleet.acquire(deployed.fn);
      if (sandbox === undefined) {
        return runtimeError('Lambda.ServiceException', 'The embedded Lambda is closed.');
      }
      try {
        // Nobody waits any more, and nothing has begun.
        signal.throwIfAborted();
        return await runWithFault(sandbox, request, fault);
      } finally {
        this.#fleet.release(sandbox);
      }
    } finally {
      deployed.uses -= 1;
      if (deployed.uses === 0 && this.#draining.delete(deployed)) this.#dropBundle(deployed.fn.bundle);
    }
  }

  #dropBundle(bundle: string): void {
    const users = [...this.#deployed.values(), ...this.#draining];
    if (!users.some((deployed) => deployed.fn.bundle === bundle)) this.#options.onUnused?.(bundle);
  }

  #find(nameOrArn: string): Deployed | undefined {
    const name = parseFunctionName(nameOrArn);
    return name === undefined ? undefined : this.#deployed.get(name);
  }
}

/** Runs one invocation, with what is to go wrong while it runs. */
async function runWithFault(
  sandbox: Sandbox,
  request: InvocationRequest,
  fault: InvocationFault | undefined,
): Promise<InvocationResult> {
  const ending = sandbox.run(request);
  if (fault?.kind === 'kill') {
    const timer = setTimeout(() => void sandbox.kill(), fault.afterMilliseconds);
    return ending.finally(() => clearTimeout(timer));
  }
  if (fault?.kind !== 'lose') return ending;
  await ending;
  await sandbox.kill();
  const message = `RequestId: ${request.requestId} Error: Runtime exited with error: signal: killed`;
  return runtimeError('Runtime.ExitError', message);
}
