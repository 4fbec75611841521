/** What a step retries. */
export interface RetrySettings {
  /** Stand before the defaults. */
  readonly rules: readonly RetryRule[];
  /** False for `retry: none`. */
  readonly defaults: boolean;
}

/** Which errors are retried, how often and how fast. */
export interface RetryRule {
  readonly errors: readonly string[];
  /** Seconds before the first retry. Default: 1. */
  readonly interval: number;
  /** Default: 2. */
  readonly backoff: number;
  /** Retries, not attempts in all. Default: 3. */
  readonly attempts: number;
  /** Seconds. */
  readonly maxDelay?: number;
  readonly jitter: boolean;
}
