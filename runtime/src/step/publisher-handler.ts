import type { PublisherDefinition } from '../contract/definition.js';
import { createFlow, type StepHandler } from './step-flow.js';
import type { StepSupport } from './support.js';

/** Makes the handler of a function that does nothing but publish the document; `support` where the definition asks for it. */
export function createPublisherHandler(definition: PublisherDefinition, support?: StepSupport): StepHandler {
  const { workflow, step, outputKeys, publish } = definition;
  return createFlow({ workflow, step, reads: [], outputKeys, publish }, async () => undefined, support);
}
