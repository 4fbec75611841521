export { beatCallback, completeCallback, failCallback } from './callback/answer-callback.js';
export type { AnswerInput } from './callback/open-callback.js';
export { parseTaskToken, type TaskToken } from './callback/task-token.js';
export type { ContentHandle } from './content/content-handle.js';
export { contentReads } from './content/content-reads.js';
export type { ContentChunk, ContentSource } from './content/content-source.js';
export { contentWrites } from './content/content-writes.js';
export type {
  CallbackDefinition,
  CollectorDefinition,
  CompiledSchema,
  DownstreamDefinition,
  InputReaderDefinition,
  ItemListerDefinition,
  OutputDefinition,
  PublishDefinition,
  PublisherDefinition,
  ReadDefinition,
  SchemaViolation,
  SignalDefinition,
  StepAnswer,
  StepDefinition,
  StepEvent,
  Validator,
  WorkflowDefinition,
} from './contract/index.js';
export type { ListItem } from './contract/list-item.js';
export { type FetchDocumentInput, type FetchedDocument, fetchDocument } from './fetch/fetch-document.js';
export { type OpenContentInput, openStoredContent } from './fetch/open-stored-content.js';
export { createDocumentHandler } from './http/document-handler.js';
export type { HttpHandler, HttpRequest, HttpResponse } from './http/http-api.js';
export { createStartHandler } from './http/start-handler.js';
export { createStatusHandler } from './http/status-handler.js';
export { iterationName } from './lists/iteration.js';
export { listReads } from './lists/list-reads.js';
export { listWrites } from './lists/list-writes.js';
export type { LogFields, StepLogger } from './logger.js';
export { executionArnOf } from './start/arn.js';
export type { DownstreamOutput } from './start/start-child.js';
export { type StartExecutionInput, type StartedExecution, startExecution } from './start/start-execution.js';
export { newTxnId, txnIdOf } from './start/txn-id.js';
export { createAslHandler } from './step/asl-handler.js';
export { type AwaitedOutput, createAwaitHandler } from './step/await-handler.js';
export { type CallbackBody, type CallbackContext, createCallbackHandler } from './step/callback-handler.js';
export { createCollectorHandler } from './step/collector-handler.js';
export type { LambdaContext } from './step/deadline.js';
export { createDownstreamHandler } from './step/downstream-handler.js';
export { createInputReaderHandler } from './step/input-reader-handler.js';
export { createItemListerHandler } from './step/item-lister-handler.js';
export { createPublisherHandler } from './step/publisher-handler.js';
export type { StepContext } from './step/step-context.js';
export type { FailedIteration, StepError } from './step/step-error.js';
export type { StepHandler } from './step/step-flow.js';
export { createStepHandler, type StepBody } from './step/step-handler.js';
export type { StepSupport } from './step/support.js';
export { createUploadHandler, type UploadHandler } from './upload/upload-handler.js';
