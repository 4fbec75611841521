/** The retry rules of a step. */
export interface RetrySettings {
  /** Stand before the defaults. */
  readonly rules: readonly RetryRule[];
  /** False for `retry: none`. */
  readonly defaults: boolean;
}

/** When a failed attempt is repeated, and how often. */
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
