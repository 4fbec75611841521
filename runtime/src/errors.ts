import {
  AlreadyAnsweredError,
  AnswerTooLateError,
  CallbackNotFoundError,
  InvalidFailureError,
  InvalidTaskTokenError,
} from './errors/callback.js';
import { ContentNotFoundError, NotContentError } from './errors/content.js';
import {
  DocumentChangedError,
  DocumentFormatError,
  DocumentNotFoundError,
  DocumentOwnedError,
  DocumentTooLongError,
  IdConflictError,
  InputKeyConflictError,
  ReferenceMismatchError,
  VisitSupersededError,
} from './errors/document.js';
import { DownstreamFailedError, DownstreamPendingError } from './errors/downstream.js';
import { ReadsTooLargeError } from './errors/reads.js';
import { SignalTooLargeError, SignalTypeError } from './errors/signal.js';
import {
  ConfigurationError,
  S3DataPreconditionError,
  StartUnavailableError,
  StoreRefusedError,
  StoreUnavailableError,
} from './errors/storage.js';
import { UndoUnfinishedError } from './errors/undo.js';
import { InvalidUploadEventError, UploadReplacedError } from './errors/upload.js';
import {
  InputValidationError,
  InvalidStateMachineArnError,
  InvalidStepEventError,
  InvalidTransactionIdError,
  NotJsonError,
  OutputValidationError,
} from './errors/validation.js';

export {
  AlreadyAnsweredError,
  AnswerTooLateError,
  CallbackNotFoundError,
  InvalidFailureError,
  InvalidTaskTokenError,
} from './errors/callback.js';
export { ContentNotFoundError, NotContentError } from './errors/content.js';
export * from './errors/document.js';
export * from './errors/downstream.js';
export { ReadsTooLargeError } from './errors/reads.js';
export {
  awaitRetryTable,
  type RetryRule,
  retryTable,
  startRetryTable,
  undoRetryTable,
} from './errors/retry-table.js';
export { SignalTooLargeError, SignalTypeError } from './errors/signal.js';
export * from './errors/storage.js';
export { UndoUnfinishedError } from './errors/undo.js';
export { InvalidUploadEventError, UploadReplacedError } from './errors/upload.js';
export * from './errors/validation.js';

/** Errors that a retry may mend; each is in one of the retry tables. */
export const retryableErrors = {
  S3DataPreconditionError,
  StoreUnavailableError,
  StartUnavailableError,
  DownstreamPendingError,
  UndoUnfinishedError,
} as const;

/** Errors that stay however often the step runs; none is in a retry table. */
export const permanentErrors = {
  ConfigurationError,
  StoreRefusedError,
  DocumentOwnedError,
  DocumentTooLongError,
  DocumentChangedError,
  VisitSupersededError,
  DocumentNotFoundError,
  DocumentFormatError,
  ReferenceMismatchError,
  InputKeyConflictError,
  IdConflictError,
  InvalidStepEventError,
  InvalidTransactionIdError,
  InvalidStateMachineArnError,
  InputValidationError,
  OutputValidationError,
  NotJsonError,
  SignalTypeError,
  SignalTooLargeError,
  CallbackNotFoundError,
  AlreadyAnsweredError,
  AnswerTooLateError,
  InvalidTaskTokenError,
  InvalidFailureError,
  DownstreamFailedError,
  ReadsTooLargeError,
  NotContentError,
  ContentNotFoundError,
  InvalidUploadEventError,
  UploadReplacedError,
} as const;

const errorClasses = { ...retryableErrors, ...permanentErrors };

/** The name of one of the runtime's errors, as `ErrorEquals` matches it. */
export type RuntimeErrorName = keyof typeof errorClasses;

/**
 * Whether an error is the runtime's error of that name. Matches by name too, since a bundle may hold two copies of a class.
 *
 * @example
 * if (isRuntimeError(error, 'IdConflictError')) console.log(error.txnId);
 */
export function isRuntimeError<Name extends RuntimeErrorName>(
  error: unknown,
  name: Name,
): error is InstanceType<(typeof errorClasses)[Name]> {
  return error instanceof errorClasses[name] || (error instanceof Error && error.name === name);
}
