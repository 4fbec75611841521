import type { InvocationResult } from '../invocation.js';

/** An invocation that failed. */
export type ErrorResult = Extract<InvocationResult, { kind: 'error' }>;

/** An error of the service or the runtime, in Lambda's words. */
export function runtimeError(errorType: string, errorMessage: string): ErrorResult {
  return { kind: 'error', errorType, errorMessage };
}

/**
 * What Lambda makes of a value that a handler threw: an error's name, message and stack, or the type and the text of
 * anything else. Never throws, whatever the value's getters do.
 */
export function thrownError(thrown: unknown, errorType?: string): ErrorResult {
  try {
    if (isError(thrown)) {
      return {
        kind: 'error',
        errorType: errorType ?? String(thrown.name || 'Error'),
        errorMessage: String(thrown.message),
        trace: String(thrown.stack ?? '').split('\n'),
      };
    }
    return { kind: 'error', errorType: errorType ?? typeof thrown, errorMessage: String(thrown), trace: [] };
  } catch {
    return {
      kind: 'error',
      errorType: errorType ?? 'Error',
      errorMessage: 'The error cannot be shown.',
      trace: [],
    };
  }
}

/** An error may come from another realm, so its looks decide, as they do in Lambda. */
function isError(value: unknown): value is Error {
  if (value instanceof Error) return true;
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'message' in value && 'stack' in value
  );
}
