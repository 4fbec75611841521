export type { ContentHandle } from '@sfs3/runtime';
export {
  AlreadyAnsweredError,
  AnswerTooLateError,
  CallbackNotFoundError,
  ContentNotFoundError,
  DocumentFormatError,
  DocumentNotFoundError,
  DocumentOwnedError,
  DocumentTooLongError,
  IdConflictError,
  InputKeyConflictError,
  InputValidationError,
  InvalidFailureError,
  InvalidTaskTokenError,
  NotJsonError,
  OutputValidationError,
  ReferenceMismatchError,
  SignalTooLargeError,
  SignalTypeError,
  StartUnavailableError,
  StoreRefusedError,
  StoreUnavailableError,
} from '@sfs3/runtime/errors';
export { type ExecutionArn, parseExecutionArn, parseStateMachineArn, type StateMachineArn } from './arn.js';
export type {
  CallbackReference,
  Client,
  ExecutionReference,
  Failure,
  Iteration,
  StartOptions,
  WorkflowTarget,
} from './client.js';
export { type Clock, systemTiming, type Timing } from './clock.js';
export {
  type CallbackOf,
  type ConnectOptions,
  connectService,
  type ServiceClient,
  type WorkflowClient,
  type WorkflowTypes,
} from './connect.js';
export { createClient } from './create-client.js';
export {
  ClientConfigurationError,
  ExecutionFailedError,
  InvalidArnError,
  WaitTimeoutError,
} from './errors.js';
export type {
  Execution,
  ExecutionOutcome,
  ExecutionStatus,
  FinalStatus,
  StartedExecution,
  StatusName,
  WaitOptions,
} from './execution.js';
export type { ClientOptions } from './options.js';
