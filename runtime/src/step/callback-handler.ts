import { type CallbackRecord, storeRecord } from '../callback/callback-record.js';
import { taskTokenOf } from '../callback/task-token.js';
import type { StepDefinition } from '../contract/definition.js';
import { InvalidStepEventError } from '../errors/validation.js';
import { createStepContext, type StepContext } from './step-context.js';
import { createFlow, type Material, type StepHandler } from './step-flow.js';
import type { StepSupport } from './support.js';
import type { Visit } from './visit.js';

/** What the body of a callback step knows of its run beside its reads. */
export interface CallbackContext extends StepContext {
  /** To be handed to whoever shall answer: `client.complete` and `client.fail` take it. Short, and safe in a URL. */
  readonly taskToken: string;
}

/** The body of a callback step: it tells somebody that an answer is waited for. Its own type is generated. */
export type CallbackBody = (event: never) => void | Promise<void>;

/**
 * Makes the handler of a callback step's Lambda function. The step ends when somebody answers, not when this function does: so each
 * attempt asks, with a token of its own, and what lies there of an earlier attempt counts no more.
 *
 * @typeParam Body The step's generated type, which the given function must have.
 * @param support Needed where the definition asks for it.
 * @example
 * export const handler = createCallbackHandler<ApproveBody>(approve, run);
 */
export function createCallbackHandler<Body extends CallbackBody = CallbackBody>(
  definition: StepDefinition,
  run: Body,
  support?: StepSupport,
): StepHandler {
  const { output, publish: _others, ...asking } = definition;
  const ask = async (visit: Visit, material: Material) => {
    const record = recordOf(visit, output, material);
    await storeRecord(visit, record);
    const { iteration } = visit.event;
    const name = {
      workflow: visit.workflow,
      txnId: visit.event.processData,
      step: visit.step,
      ...(iteration === undefined ? {} : { iteration }),
    };
    const context: CallbackContext = {
      ...createStepContext(visit),
      taskToken: taskTokenOf(name, record.token),
    };
    // The generated type of the body says what the definition's reads hold.
    await run({ ...material.values, context } as never);
  };
  return createFlow(asking, ask, support);
}

function recordOf(
  { event }: Visit,
  output: StepDefinition['output'],
  { inputSignals }: Material,
): CallbackRecord {
  const { taskToken, entered, redrive, retry } = event;
  if (taskToken === undefined) throw new InvalidStepEventError('taskToken');
  // The schema is code: who answers brings it along.
  const { schema: _code, ...stored } = output ?? {};
  return {
    token: taskToken,
    entered,
    redrive,
    retry,
    ...(output ? { output: { ...stored, key: output.key } } : {}),
    ...(inputSignals ? { inputSignals } : {}),
  };
}
