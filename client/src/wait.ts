import type { Connection } from './connection.js';
import { pollExecution } from './describe.js';
import { WaitTimeoutError } from './errors.js';
import type { ExecutionOutcome, ExecutionStatus, StatusName, WaitOptions } from './execution.js';
import { createPatience } from './patience.js';

/** Milliseconds: the bounds of the pause between two polls, before chance shortens it. */
const pause = { first: 250, growth: 1.5, longest: 5_000 };

/** Polls until the execution has ended; throws `WaitTimeoutError`, the signal's reason, or what AWS will not answer better. */
export async function waitForEnd(
  connection: Connection,
  executionArn: string,
  options: WaitOptions,
): Promise<ExecutionOutcome> {
  let last: StatusName | undefined;
  const limit = startLimit(
    connection,
    options,
    (seconds) => new WaitTimeoutError(executionArn, seconds, last),
  );
  const patience = createPatience();
  try {
    for (let polls = 0; ; polls += 1) {
      const status = await poll(connection, executionArn, limit.signal, patience);
      if (status !== undefined) {
        last = status.status;
        options.onStatus?.(status);
        if (hasEnded(status)) return status;
      }
      await connection.clock.sleep(pauseAfter(polls, connection.random), limit.signal);
    }
  } finally {
    limit.release();
  }
}

/** `undefined` when the question could not be answered this time. */
async function poll(
  connection: Connection,
  executionArn: string,
  signal: AbortSignal,
  patience: ReturnType<typeof createPatience>,
): Promise<ExecutionStatus | undefined> {
  try {
    const status = await pollExecution(connection, executionArn, signal);
    patience.answered();
    return status;
  } catch (error) {
    signal.throwIfAborted();
    if (!patience.bears(error)) throw error;
    return undefined;
  }
}

function hasEnded(status: ExecutionStatus): status is ExecutionOutcome {
  return ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'].includes(status.status);
}

/** Full jitter: anything between nothing and a bound that grows with each poll. */
function pauseAfter(polls: number, random: () => number): number {
  return random() * Math.min(pause.first * pause.growth ** polls, pause.longest);
}

/** One signal for the caller's own and the time-out, and a way to stop the timer. */
function startLimit(
  connection: Connection,
  { signal, timeoutSeconds }: WaitOptions,
  timeoutError: (seconds: number) => WaitTimeoutError,
): { readonly signal: AbortSignal; release(): void } {
  const timeout = new AbortController();
  const done = new AbortController();
  if (timeoutSeconds !== undefined) {
    connection.clock.sleep(timeoutSeconds * 1000, done.signal).then(
      () => timeout.abort(timeoutError(timeoutSeconds)),
      () => undefined,
    );
  }
  const signals = signal === undefined ? [timeout.signal] : [signal, timeout.signal];
  return { signal: AbortSignal.any(signals), release: () => done.abort() };
}
