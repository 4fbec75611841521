/** A state's failure under an error name that Retry and Catch can match. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure' as const;
  /** The error name: the function's `errorType`, or one that begins with `States.`. */
  readonly error: string;
  /** The cause, as the execution's history shows it. */
  readonly explanation: string | undefined;

  constructor(error: string, explanation?: string) {
    super(explanation ?? error);
    this.error = error;
    this.explanation = explanation;
  }
}

/**
 * What the interpreter itself finds wrong with a state while it runs: becomes `States.Runtime`, with the state's name and event
 * before the message, as Step Functions words it. Never retried, never caught.
 */
export class RuntimeFault extends Error {
  override readonly name = 'RuntimeFault' as const;
}

/** The failure of a state whose result or output is larger than a state may hand on. */
export function dataLimitExceeded(what: string): StateFailure {
  return new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** Why work was given up that its owner no longer wants: a sibling failed, or a time-out struck. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled' as const;
}

/** What `States.Timeout` stands for in a retrier or catcher. Source: as for `matchesError`. */
const timeouts: ReadonlySet<string> = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/**
 * Whether the error names of a retrier or catcher take a failure in.
 * Source: AWS, "Handling errors in Step Functions workflows": `States.Runtime` is never matched, `States.DataLimitExceeded` only
 * by its own name, `States.TaskFailed` stands for every error but `States.Timeout`, and a heartbeat that was missed is a time-out too.
 */
export function matchesError(names: readonly string[], error: string): boolean {
  if (error === 'States.Runtime') {
    return false;
  }
  const wildcards = error !== 'States.DataLimitExceeded';
  return names.some(
    (name) =>
      name === error ||
      (name === 'States.Timeout' && timeouts.has(error)) ||
      (wildcards && name === 'States.ALL') ||
      (wildcards && name === 'States.TaskFailed' && error !== 'States.Timeout'),
  );
}
