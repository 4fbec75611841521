import type { InvocationResult } from '../invocation.js';
import { runtimeError, thrownError } from './error-result.js';
import type { LambdaContext } from './lambda-context.js';
import type { Handler } from './load-handler.js';

/** The longest answer of a function, in bytes: 6 MB. */
const maxResponseBytes = 6 * 1024 * 1024;

/** An answer through the callback, which by default waits until the event loop is empty. */
export interface CallbackAnswer {
  readonly result: InvocationResult;
  readonly waits: boolean;
}

/**
 * Calls a handler and settles when it has answered, in whichever form.
 * Does not settle where the handler never answers: the caller sees that from the empty event loop, or from the clock.
 */
export function callHandler(
  handler: Handler,
  payload: string,
  context: LambdaContext,
): Promise<CallbackAnswer> {
  return new Promise((resolve) => {
    const answer = (result: InvocationResult, waits = false) => resolve({ result, waits });
    const callback = (error?: unknown, value?: unknown) => {
      const result = error === undefined || error === null ? serialise(value) : thrownError(error);
      answer(result, context.callbackWaitsForEmptyEventLoop);
    };
    try {
      const returned = handler(JSON.parse(payload), context, callback);
      if (isThenable(returned)) {
        returned.then(
          (value) => answer(serialise(value)),
          (error) => answer(thrownError(error)),
        );
      } else if (handler.length < 3) {
        // Without a promise and without a parameter for the callback, what was returned is the answer.
        answer(serialise(returned));
      }
    } catch (error) {
      answer(thrownError(error));
    }
  });
}

/** The answer's JSON text; nothing is `null`. */
function serialise(value: unknown): InvocationResult {
  let payload: string | undefined;
  try {
    payload = JSON.stringify(value === undefined ? null : value);
  } catch {
    return runtimeError('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
  // A function or a symbol has no JSON text.
  payload ??= 'null';
  if (Buffer.byteLength(payload) > maxResponseBytes) {
    return runtimeError(
      'Function.ResponseSizeTooLarge',
      `Response payload size exceeded maximum allowed payload size (${maxResponseBytes} bytes).`,
    );
  }
  return { kind: 'success', payload };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
