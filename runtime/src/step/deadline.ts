/** The part of Lambda's context object that the runtime uses. */
export interface LambdaContext {
  getRemainingTimeInMillis?(): number;
}

/** The end of an attempt's time, seen in time. */
export interface Deadline {
  /** For the body: fires a tenth of the time, at most a second, before the end. */
  readonly body: AbortSignal;
  /**
   * For requests to S3: fires half that margin before the end. The attempt then fails with an error that is retried, which
   * being stopped by Lambda is not.
   */
  readonly storage: AbortSignal;
  /** Milliseconds that are left; Infinity where nobody limits them. */
  remainingTimeMs(): number;
  /** Lets go of the timers. */
  close(): void;
}

const longestMarginMs = 1_000;

/** Watches the time that Lambda gives to an invocation; without a context there is no end. */
export function openDeadline(lambda: LambdaContext | undefined): Deadline {
  const remainingTimeMs = () => lambda?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
  const remaining = remainingTimeMs();
  const margin = Math.min(longestMarginMs, remaining / 10);
  const body = abortAfter(remaining - margin);
  const storage = abortAfter(remaining - margin / 2);
  return {
    body: body.signal,
    storage: storage.signal,
    remainingTimeMs,
    close: () => {
      clearTimeout(body.timer);
      clearTimeout(storage.timer);
    },
  };
}

function abortAfter(milliseconds: number): { signal: AbortSignal; timer: NodeJS.Timeout | undefined } {
  const controller = new AbortController();
  const abort = () =>
    controller.abort(new DOMException('The time of the function is nearly over.', 'TimeoutError'));
  const timer = Number.isFinite(milliseconds) ? setTimeout(abort, Math.max(0, milliseconds)) : undefined;
  return { signal: controller.signal, timer };
}
