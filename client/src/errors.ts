import type { ExecutionOutcome, StatusName } from './execution.js';

/** The client lacks a setting or cannot use one. A retry does not help. */
export class ClientConfigurationError extends Error {
  override readonly name = 'ClientConfigurationError' as const;
}

/** A text that should be an ARN is none of the kind that is needed. A retry does not help. */
export class InvalidArnError extends Error {
  override readonly name = 'InvalidArnError' as const;
  readonly arn: string;

  constructor(arn: string, expected: string) {
    super(`"${arn}" is not the ARN of ${expected}.`);
    this.arn = arn;
  }
}

/** The time given to a wait is over; the execution runs on, and a new wait may see its end. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError' as const;
  readonly executionArn: string;
  readonly timeoutSeconds: number;
  /** What the last poll saw; absent when none was answered. */
  readonly lastStatus: StatusName | undefined;

  constructor(executionArn: string, timeoutSeconds: number, lastStatus: StatusName | undefined) {
    super(
      `Execution "${executionArn}" has not ended within ${timeoutSeconds} seconds (last seen: ${lastStatus ?? 'nothing'}); it runs on.`,
    );
    this.executionArn = executionArn;
    this.timeoutSeconds = timeoutSeconds;
    this.lastStatus = lastStatus;
  }
}

/** The execution ended as FAILED, TIMED_OUT or ABORTED where its result was asked for. Asking again gives the same answer. */
export class ExecutionFailedError extends Error {
  override readonly name = 'ExecutionFailedError' as const;
  /** With the execution's own `error` and `cause`. */
  readonly outcome: ExecutionOutcome;

  constructor(outcome: ExecutionOutcome) {
    const reason = outcome.error === undefined ? '' : `: ${outcome.error}`;
    super(`Execution "${outcome.executionArn}" ended as ${outcome.status}${reason}.`);
    this.outcome = outcome;
  }
}
