import { Cancelled, StateFailure } from './interpreter/failure.js';
import type { History } from './interpreter/history.js';
import type { JsonObject } from './json.js';

/** Where an execution stands, as DescribeExecution names it. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** How an execution ended. */
export interface Ending {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  /** JSON text, on success. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** The reason for which an execution's time is over. */
export class ExecutionTimedOut extends Error {
  override readonly name = 'ExecutionTimedOut' as const;
}

/** How an execution ends whose states have thrown. */
export function endingOf(error: unknown): Ending {
  if (error instanceof ExecutionTimedOut) {
    return { status: 'TIMED_OUT' };
  }
  if (error instanceof Cancelled) {
    return { status: 'ABORTED' };
  }
  if (!(error instanceof StateFailure)) {
    return { status: 'FAILED', error: 'States.Runtime', cause: String(error) };
  }
  return {
    status: 'FAILED',
    ...(error.error === '' ? {} : { error: error.error }),
    ...(error.explanation === undefined ? {} : { cause: error.explanation }),
  };
}

/** Records the last event of an execution. */
export function recordEnding(history: History, ending: Ending, previousEventId: number): void {
  const { status, output = 'null', error, cause } = ending;
  const reason: JsonObject = {
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
  switch (status) {
    case 'SUCCEEDED': {
      const details = { output, outputDetails: { truncated: false } };
      history.close('ExecutionSucceeded', previousEventId, { executionSucceededEventDetails: details });
      break;
    }
    case 'FAILED':
      history.close('ExecutionFailed', previousEventId, { executionFailedEventDetails: reason });
      break;
    case 'TIMED_OUT': {
      // DescribeExecution gives no error here, the event does; what ends an execution from outside follows nothing.
      const details = { error: 'States.Timeout' };
      history.close('ExecutionTimedOut', 0, { executionTimedOutEventDetails: details });
      break;
    }
    case 'ABORTED':
      history.close('ExecutionAborted', 0, { executionAbortedEventDetails: reason });
      break;
  }
}
