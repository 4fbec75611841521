import type { StepDefinition } from '../contract/definition.js';
import { createStepContext } from './step-context.js';
import { createFlow, type StepHandler } from './step-flow.js';
import type { StepSupport } from './support.js';

/**
 * The body of a step: a function of its reads, by key, and the `context`. Its own type is generated; this one takes any.
 */
export type StepBody = (event: never) => unknown;

/**
 * Makes the handler of a task's Lambda function.
 *
 * @typeParam Body The step's generated type, which the given function must have.
 * @param support Needed where the definition asks for it.
 * @example
 * export const handler = createStepHandler<StepBBody>(stepB, run);
 */
export function createStepHandler<Body extends StepBody = StepBody>(
  definition: StepDefinition,
  run: Body,
  support?: StepSupport,
): StepHandler {
  // The generated type of the body says what the definition's reads hold.
  return createFlow(
    definition,
    async (visit, reads) => run({ ...reads.values, context: createStepContext(visit) } as never),
    support,
  );
}
