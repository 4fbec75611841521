/** One retrier of Amazon States Language, with the language's own meaning of each number. */
export interface RetryRule {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  /** Retries after the first attempt. */
  readonly maxAttempts: number;
  readonly maxDelaySeconds?: number;
  readonly jitter: 'FULL' | 'NONE';
}

/**
 * What each generated task retries by default: faults that pass by themselves.
 *
 * The Lambda faults are those that AWS documents as transient
 * (https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html).
 * `Sandbox.Timedout`, `States.Timeout` and `Lambda.Unknown` are not among them: a body that was too slow once mostly is
 * again, and may have had effects elsewhere. Who knows better names them under `retry`; the storage side bears it.
 */
export const retryTable: readonly RetryRule[] = [
  {
    errors: ['S3DataPreconditionError'],
    intervalSeconds: 1,
    backoffRate: 2,
    maxAttempts: 4,
    maxDelaySeconds: 8,
    jitter: 'FULL',
  },
  {
    errors: ['StoreUnavailableError', 'StartUnavailableError'],
    intervalSeconds: 2,
    backoffRate: 2,
    maxAttempts: 6,
    maxDelaySeconds: 60,
    jitter: 'FULL',
  },
  {
    errors: [
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    intervalSeconds: 2,
    backoffRate: 2,
    maxAttempts: 6,
    maxDelaySeconds: 60,
    jitter: 'FULL',
  },
];

/** What the state that stores the document of a child retries before all else: a child that was set going again takes its time. */
export const awaitRetryTable: readonly RetryRule[] = [
  {
    errors: ['DownstreamPendingError'],
    intervalSeconds: 5,
    backoffRate: 2,
    maxAttempts: 12,
    maxDelaySeconds: 300,
    jitter: 'FULL',
  },
];

/**
 * What the state that starts a child and waits for it retries: that Step Functions did not take the request. Its errors have the SDK's
 * names (https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html); the child's own failure is none of them.
 */
export const startRetryTable: readonly RetryRule[] = [
  {
    errors: [
      'StepFunctions.ExecutionLimitExceededException',
      'StepFunctions.ThrottlingException',
      'StepFunctions.AWSStepFunctionsException',
      'StepFunctions.SdkClientException',
    ],
    intervalSeconds: 2,
    backoffRate: 2,
    maxAttempts: 6,
    maxDelaySeconds: 60,
    jitter: 'FULL',
  },
];

/** What the state of a compensation that undoes iterations of a map retries before all else: each attempt undoes more of them. */
export const undoRetryTable: readonly RetryRule[] = [
  {
    errors: ['UndoUnfinishedError'],
    intervalSeconds: 1,
    backoffRate: 1,
    maxAttempts: 1_000_000,
    jitter: 'NONE',
  },
];
