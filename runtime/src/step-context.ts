import type { StepLogger } from './logger.js';
import { visitDigest } from './txn-id.js';
import type { Visit } from './visit.js';

/** What a body knows of its run beside its reads. */
export interface StepContext {
  /** The execution's transaction id, which is the key of its document. */
  readonly txnId: string;
  readonly executionArn: string;
  readonly workflow: string;
  readonly step: string;
  /** 1 on the first attempt; a redrive begins anew at 1. */
  readonly attempt: number;
  /**
   * The same for all attempts at this visit of the step, and for no other step, visit or execution.
   * To be handed to services that take such a key, so that a repeated attempt has no second effect.
   */
  readonly idempotencyKey: string;
  /** Fires shortly before the function's time is over: a tenth of the time, at most a second. */
  readonly signal: AbortSignal;
  readonly logger: StepLogger;
  /** Milliseconds that the function has left; Infinity where nobody limits it. */
  remainingTimeMs(): number;
}

/** The part of Lambda's context object that the runtime uses. */
export interface LambdaContext {
  getRemainingTimeInMillis?(): number;
}

/** A context, and how to let go of its timer. */
export interface OpenContext {
  readonly context: StepContext;
  close(): void;
}

const longestMarginMs = 1_000;

/** Makes the context of one attempt. Whoever opens it closes it when the body is done. */
export function openStepContext(visit: Visit, lambda?: LambdaContext): OpenContext {
  const remainingTimeMs = () => lambda?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
  const deadline = new AbortController();
  const timer = startTimer(remainingTimeMs(), () =>
    deadline.abort(new DOMException(`The time of ${visit.step} is nearly over.`, 'TimeoutError')),
  );
  const context: StepContext = {
    txnId: visit.event.processData,
    executionArn: visit.event.execution,
    workflow: visit.workflow,
    step: visit.step,
    attempt: visit.event.retry + 1,
    idempotencyKey: visitDigest(visit.event, visit.step),
    signal: deadline.signal,
    logger: visit.logger,
    remainingTimeMs,
  };
  return { context, close: () => clearTimeout(timer) };
}

function startTimer(remaining: number, fire: () => void): NodeJS.Timeout | undefined {
  if (!Number.isFinite(remaining)) return undefined;
  const margin = Math.min(longestMarginMs, remaining / 10);
  return setTimeout(fire, Math.max(0, remaining - margin));
}
