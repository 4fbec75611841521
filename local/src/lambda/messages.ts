import type { InvocationResult } from '../invocation.js';

/** What a sandbox's process is started with. */
export interface SandboxSettings {
  readonly functionName: string;
  readonly functionArn: string;
  readonly bundle: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** Host → sandbox: one invocation. */
export interface InvocationRequest {
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
}

/**
 * Sandbox → host. `ready`: the bundle is loaded. `result`: the invocation ended, the sandbox takes the next one.
 * `broken`: the sandbox cannot load the bundle or has lost its footing; the invocation fails so, and there will be no other.
 */
export type SandboxReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: InvocationResult }
  | { readonly kind: 'broken'; readonly result: InvocationResult };
