/**
 * What a cause of Step Functions says in words. Of a Lambda function's error it is JSON text with `errorMessage`; of an execution that
 * was waited for, that execution's description, whose own cause may be either again.
 */
export function failureMessage(cause: string): string {
  const { errorMessage, ExecutionArn, Status, Error: error, Cause } = parse(cause);
  if (typeof errorMessage === 'string') return errorMessage;
  if (typeof ExecutionArn !== 'string' || typeof Status !== 'string') return cause;
  return describeEnd({
    status: Status,
    error: typeof error === 'string' ? error : undefined,
    cause: typeof Cause === 'string' ? Cause : undefined,
  });
}

/** How an execution ended without success. */
export interface ExecutionFailure {
  readonly status: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** The error of an execution and its message; its status where it has no error, as one that was stopped. */
export function describeEnd({ status, error, cause }: ExecutionFailure): string {
  const name = error || status;
  const message = cause ? failureMessage(cause) : '';
  return message === '' ? name : `${name}: ${message}`;
}

function parse(cause: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(cause));
  } catch {
    return {};
  }
}
