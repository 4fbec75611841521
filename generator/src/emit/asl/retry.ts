import { retryTable, type RetryRule as TableEntry } from '@sfs3/runtime/errors';
import type { RetryRule, RetrySettings } from '../../model/service.js';
import type { Retrier } from './types.js';

/**
 * The Retry list of a state: the user's rules, then the runtime's table.
 * A rule for `States.ALL` ends the list: nothing behind it could match, and Step Functions refuses what follows it.
 */
export function emitRetry(settings: RetrySettings): { readonly Retry?: readonly Retrier[] } {
  const retriers = [...settings.rules.map(fromRule), ...(settings.defaults ? retriersOf(retryTable) : [])];
  if (retriers.length === 0) return {};
  const last = retriers.findIndex((retrier) => retrier.ErrorEquals.includes('States.ALL'));
  return { Retry: last === -1 ? retriers : retriers.slice(0, last + 1) };
}

function fromRule(rule: RetryRule): Retrier {
  return {
    ErrorEquals: rule.errors,
    IntervalSeconds: rule.interval,
    BackoffRate: rule.backoff,
    MaxAttempts: rule.attempts,
    ...(rule.maxDelay === undefined ? {} : { MaxDelaySeconds: rule.maxDelay }),
    JitterStrategy: rule.jitter ? 'FULL' : 'NONE',
  };
}

/** The Retry list of one of the runtime's tables. */
export function retriersOf(table: readonly TableEntry[]): readonly Retrier[] {
  return table.map((entry) => ({
    ErrorEquals: entry.errors,
    IntervalSeconds: entry.intervalSeconds,
    BackoffRate: entry.backoffRate,
    MaxAttempts: entry.maxAttempts,
    ...(entry.maxDelaySeconds === undefined ? {} : { MaxDelaySeconds: entry.maxDelaySeconds }),
    JitterStrategy: entry.jitter,
  }));
}
