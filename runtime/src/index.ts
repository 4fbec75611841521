export { executionArnOf } from './arn.js';
export type {
  CompiledSchema,
  DownstreamDefinition,
  OutputDefinition,
  PublishDefinition,
  PublisherDefinition,
  ReadDefinition,
  SchemaViolation,
  StepDefinition,
  StepEvent,
  Validator,
  WorkflowDefinition,
} from './contract/index.js';
export type { LambdaContext } from './deadline.js';
export { createDownstreamHandler } from './downstream-handler.js';
export { type FetchDocumentInput, type FetchedDocument, fetchDocument } from './fetch-document.js';
export { createDocumentHandler } from './http/document-handler.js';
export type { HttpHandler, HttpRequest, HttpResponse } from './http/http-api.js';
export { createStartHandler } from './http/start-handler.js';
export { createStatusHandler } from './http/status-handler.js';
export type { LogFields, StepLogger } from './logger.js';
export { createPublisherHandler } from './publisher-handler.js';
export type { DownstreamOutput } from './start-child.js';
export { type StartExecutionInput, type StartedExecution, startExecution } from './start-execution.js';
export type { StepContext } from './step-context.js';
export type { StepHandler } from './step-flow.js';
export { createStepHandler, type StepBody } from './step-handler.js';
export { newTxnId, txnIdOf } from './txn-id.js';
