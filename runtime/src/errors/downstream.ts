/** Which execution an error is about, and which step waits for it. */
interface AwaitedExecution {
  readonly step: string;
  readonly executionArn: string;
}

/**
 * Thrown when a step cannot tell yet how the execution that it waits for has ended: somebody set it going again, or Step Functions does
 * not answer. A retry helps.
 */
export class DownstreamPendingError extends Error {
  override readonly name = 'DownstreamPendingError' as const;
  readonly step: string;
  readonly executionArn: string;

  constructor({ step, executionArn }: AwaitedExecution, cause?: unknown) {
    super(`${step}: it is not known yet how ${executionArn} ends.`, { cause });
    this.step = step;
    this.executionArn = executionArn;
  }
}

/**
 * Thrown when the execution that a step waits for had ended without success before this attempt. A retry does not help: a failed
 * child is not started again.
 */
export class DownstreamFailedError extends Error {
  override readonly name = 'DownstreamFailedError' as const;
  readonly step: string;
  readonly executionArn: string;
  /** `FAILED`, `TIMED_OUT` or `ABORTED`. */
  readonly status: string;

  /** @param failure The child's error and its message, or its status where it has none. */
  constructor({ step, executionArn }: AwaitedExecution, status: string, failure: string) {
    super(`${step}: ${executionArn} has ended as ${status} (${failure}).`);
    this.step = step;
    this.executionArn = executionArn;
    this.status = status;
  }
}
