import { iterationNumbers } from '../lists/iteration.js';
import type { StepLogger } from '../logger.js';
import { visitDigest } from '../start/txn-id.js';
import type { Visit } from './visit.js';

/** What a body knows of its run beside its reads. */
export interface StepContext {
  /** The execution's transaction id, which is the key of its document. */
  readonly txnId: string;
  readonly executionArn: string;
  readonly workflow: string;
  readonly step: string;
  /** In a map: the number of the iteration, from 0, and those of the iterations around it first. Empty outside of maps. */
  readonly iteration: readonly number[];
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

/** Makes the context of one attempt. */
export function createStepContext({ event, workflow, step, logger, deadline }: Visit): StepContext {
  return {
    txnId: event.processData,
    executionArn: event.execution,
    workflow,
    step,
    iteration: iterationNumbers(event.iteration),
    attempt: event.retry + 1,
    idempotencyKey: visitDigest(event, step),
    signal: deadline.body,
    logger,
    remainingTimeMs: deadline.remainingTimeMs,
  };
}
