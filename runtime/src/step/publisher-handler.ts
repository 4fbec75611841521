import type { PublisherDefinition } from '../contract/definition.js';
import { createFlow, type StepHandler } from './step-flow.js';

/** Makes the handler of a function that does nothing but publish the document. */
export function createPublisherHandler(definition: PublisherDefinition): StepHandler {
  const { workflow, step, outputKeys, publish } = definition;
  return createFlow({ workflow, step, reads: [], outputKeys, publish }, async () => undefined);
}
