export { type ContentReference, isContentReference } from './content-reference.js';
export type {
  CallbackDefinition,
  ChildProperty,
  CollectedPlace,
  CollectorDefinition,
  CompiledSchema,
  DownstreamDefinition,
  InputReaderDefinition,
  ItemDefinition,
  ItemListerDefinition,
  ItemPlace,
  ListDefinition,
  ListPlace,
  OutputDefinition,
  PublishDefinition,
  PublisherDefinition,
  ReadDefinition,
  SchemaViolation,
  SignalDefinition,
  StepDefinition,
  UndoDefinition,
  Validator,
  WorkflowDefinition,
} from './definition.js';
export { environmentNames } from './environment.js';
export type {
  AwaitedChild,
  CaughtError,
  CollectRequest,
  ItemRange,
  StepAnswer,
  StepEvent,
} from './event.js';
export type { JsonObject, JsonValue } from './json-value.js';
export {
  callbackObjectKey,
  errorRead,
  type IterationPlace,
  inboxPrefix,
  inputRead,
  itemsObjectKey,
  iterationObjectKey,
  iterationPrefix,
  outputObjectKey,
  outputPrefix,
  txnIdPattern,
  uploadRead,
} from './keys.js';
export { metadataNames } from './metadata.js';
export { isOutputReference, type OutputReference } from './output-reference.js';
export type { Upload } from './upload.js';
