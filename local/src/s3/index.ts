export type { CreatedObject, OnCreated } from './created-object.js';
export { S3Error } from './errors.js';
export {
  type Fault,
  type Intercept,
  type InterceptedRequest,
  type RandomFaultsOptions,
  randomFaults,
} from './faults.js';
export type { OperationName } from './operations/operation.js';
export { createS3Service, type S3Options, type S3Service } from './service.js';
