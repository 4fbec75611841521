export { type ContentReference, isContentReference } from './content-reference.js';
export type {
  CallbackDefinition,
  ChildProperty,
  CompiledSchema,
  DownstreamDefinition,
  InputReaderDefinition,
  OutputDefinition,
  PublishDefinition,
  PublisherDefinition,
  ReadDefinition,
  SchemaViolation,
  SignalDefinition,
  StepDefinition,
  Validator,
  WorkflowDefinition,
} from './definition.js';
export { environmentNames } from './environment.js';
export type { CaughtError, StepAnswer, StepEvent } from './event.js';
export type { JsonObject, JsonValue } from './json-value.js';
export {
  callbackObjectKey,
  errorRead,
  inboxPrefix,
  inputRead,
  outputObjectKey,
  outputPrefix,
  txnIdPattern,
  uploadRead,
} from './keys.js';
export { metadataNames } from './metadata.js';
export { isOutputReference, type OutputReference } from './output-reference.js';
export type { Upload } from './upload.js';
