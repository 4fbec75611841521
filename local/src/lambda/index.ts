export { functionEnvironment } from './environment.js';
export type { InterceptedInvocation, InterceptInvocation, InvocationFault } from './faults.js';
export type { LambdaFunction } from './function.js';
export { functionArn } from './function-name.js';
export { type LambdaOptions, LambdaService } from './service.js';
