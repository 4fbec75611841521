import type { OperationName } from './operations/operation.js';

/** A request that may be made to fail. */
export interface InterceptedRequest {
  readonly operation: OperationName;
  readonly method: string;
  /** Empty for ListBuckets. */
  readonly bucket: string;
  readonly key?: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A failure on demand.
 * - `answer`: this error is answered and nothing is performed.
 * - `cut`: the connection is destroyed, before the request is performed or after it (a lost answer).
 * - `delay`: the request waits, after its body has come, and is then performed, even if the client has left by then.
 */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly code: string }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** Decides, request by request, what fails. Called once for each request, in the order of their arrival. */
export type Intercept = (request: InterceptedRequest) => Fault | undefined;

/** How `randomFaults` chooses. */
export interface RandomFaultsOptions {
  /** An integer. The same seed and the same order of requests give the same faults. */
  readonly seed: number;
  /** From 0 (none) to 1 (every request). */
  readonly rate: number;
  /** What happens, each as likely as the others. Default: 500, 503, and a cut before and after. */
  readonly kinds?: readonly Fault[];
}

const defaultKinds: readonly Fault[] = [
  { kind: 'answer', status: 500, code: 'InternalError' },
  { kind: 'answer', status: 503, code: 'SlowDown' },
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
];

/**
 * Faults by chance, the same in every run of the same seed.
 * A ConditionalRequestConflict or PreconditionFailed strikes only conditional writes, as on AWS: elsewhere the request passes.
 */
export function randomFaults(options: RandomFaultsOptions): Intercept {
  const next = mulberry32(options.seed);
  const kinds = options.kinds ?? defaultKinds;
  return (request) => {
    const strikes = next() < options.rate;
    const fault = kinds[Math.floor(next() * kinds.length)];
    return strikes && fault !== undefined && suits(fault, request) ? fault : undefined;
  };
}

function suits(fault: Fault, request: InterceptedRequest): boolean {
  if (fault.kind !== 'answer' || (fault.status !== 409 && fault.status !== 412)) return true;
  const isWrite = request.method === 'PUT' || request.method === 'POST' || request.method === 'DELETE';
  return isWrite && (request.headers['if-match'] ?? request.headers['if-none-match']) !== undefined;
}

/** A well-known small generator of 32 bits of state; good enough to choose faults, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
