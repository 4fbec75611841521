import type { PublisherDefinition } from '../contract/definition.js';
import { type ContentSupport, createFlow, type StepHandler } from './step-flow.js';

/** Makes the handler of a function that does nothing but publish the document; `contents` where one is published. */
export function createPublisherHandler(
  definition: PublisherDefinition,
  contents?: ContentSupport,
): StepHandler {
  const { workflow, step, outputKeys, publish } = definition;
  return createFlow({ workflow, step, reads: [], outputKeys, publish }, async () => undefined, contents);
}
