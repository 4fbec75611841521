export { BundleError } from './bundle.js';
export { UnknownFunctionError } from './deployment.js';
export type { InvocationResult, InvokeFunction } from './invocation.js';
export type { InterceptedInvocation, InterceptInvocation, InvocationFault } from './lambda/index.js';
export type { LocalCredentials, LocalOptions } from './local-options.js';
export {
  type AppliedService,
  type LocalServices,
  ServicesClosedError,
  startLocalServices,
} from './local-services.js';
export type { Log, LogLine } from './log-line.js';
export {
  createS3Service,
  type Fault,
  type Intercept,
  type InterceptedRequest,
  type RandomFaultsOptions,
  randomFaults,
  type S3Options,
  type S3Service,
} from './s3/index.js';
export type { LocalFunction, LocalRoute, LocalService, LocalStateMachine, LocalUpload } from './service.js';
export { InvalidStateMachineError } from './state-machines.js';
export { type Clock, createStatesService, type StatesOptions, type StatesService } from './states/index.js';
