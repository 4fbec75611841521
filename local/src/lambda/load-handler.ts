import { createRequire } from 'node:module';
import { type ErrorResult, runtimeError, thrownError } from './error-result.js';

/** A handler in either of Lambda's two forms: a result or promise, or an answer through the callback. */
export type Handler = (event: unknown, context: unknown, callback: HandlerCallback) => unknown;

/** The third argument of a callback handler. */
export type HandlerCallback = (error?: unknown, result?: unknown) => void;

/**
 * Loads a bundle and takes its `handler`.
 *
 * @returns the handler, or the error by which Lambda names the failure.
 */
export function loadHandler(bundle: string): Handler | ErrorResult {
  let exported: unknown;
  try {
    exported = createRequire(bundle)(bundle);
  } catch (error) {
    return importError(error);
  }
  const handler =
    typeof exported === 'object' && exported !== null && 'handler' in exported && exported.handler;
  if (handler === undefined || handler === false) {
    return runtimeError('Runtime.HandlerNotFound', 'index.handler is undefined or not exported');
  }
  if (typeof handler !== 'function') {
    return runtimeError('Runtime.HandlerNotFound', 'index.handler is not a function');
  }
  return handler as Handler;
}

function importError(error: unknown): ErrorResult {
  if (error instanceof SyntaxError) return thrownError(error, 'Runtime.UserCodeSyntaxError');
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
    return thrownError(error, 'Runtime.ImportModuleError');
  }
  return thrownError(error);
}
