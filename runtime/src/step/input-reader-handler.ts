import type { InputReaderDefinition } from '../contract/definition.js';
import { inputRead } from '../contract/keys.js';
import { createFlow, type StepHandler } from './step-flow.js';
import type { StepSupport } from './support.js';

/** Makes the handler of a function that does nothing but hand scalars of the input to the state machine; `support` where the definition asks for it. */
export function createInputReaderHandler(
  definition: InputReaderDefinition,
  support?: StepSupport,
): StepHandler {
  const { input, ...step } = definition;
  const reads = [{ key: inputRead, optional: false, ...(input ? { schema: input } : {}) }];
  return createFlow({ ...step, reads }, async () => undefined, support);
}
