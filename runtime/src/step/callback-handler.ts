import type { StepDefinition } from '../contract/definition.js';
import { createStepContext, type StepContext } from './step-context.js';
import { createFlow, type StepHandler } from './step-flow.js';

/** What the body of a callback step knows of its run beside its reads. */
export interface CallbackContext extends StepContext {
  /** To be handed to whoever shall answer: `client.complete` and `client.fail` take it. Short, and safe in a URL. */
  readonly taskToken: string;
}

/** The body of a callback step: it tells somebody that an answer is waited for. Its own type is generated. */
export type CallbackBody = (event: never) => void | Promise<void>;

/**
 * Makes the handler of a callback step's Lambda function. The step ends when somebody answers, not when this function does.
 *
 * @typeParam Body The step's generated type, which the given function must have.
 * @example
 * export const handler = createCallbackHandler<ApproveBody>(approve, run);
 */
export function createCallbackHandler<Body extends CallbackBody = CallbackBody>(
  definition: StepDefinition,
  run: Body,
): StepHandler {
  const { output: _answered, ...asking } = definition;
  return createFlow(asking, async (visit, reads) =>
    run({ ...reads.values, context: createStepContext(visit) } as never),
  );
}
