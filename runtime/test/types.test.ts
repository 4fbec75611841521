import { describe, expectTypeOf, it } from 'vitest';
import {
  type CallbackContext,
  createCallbackHandler,
  createStepHandler,
  type HttpRequest,
  type StartExecutionInput,
  type StepBody,
  type StepContext,
  type StepError,
  type StepHandler,
} from '../src/index.js';
import { callbackTask, taskB } from './support/steps.js';

// What the generator emits for a step that reads `step-a-output`, and `step-c-output` if it is there.
type StepBBody = (event: {
  readonly 'step-a-output': { readonly status: 'ok' };
  readonly 'step-c-output'?: { readonly c: string } | undefined;
  readonly context: StepContext;
}) => { property1: string } | Promise<{ property1: string }>;

describe('the types', () => {
  it('take a body that reads and returns what it declares', () => {
    const handler = createStepHandler<StepBBody>(
      taskB,
      async ({ 'step-a-output': stepA, 'step-c-output': stepC, context }) => {
        context.logger.info(stepA.status, { attempt: context.attempt });
        return { property1: stepC?.c ?? context.txnId };
      },
    );
    expectTypeOf(handler).toEqualTypeOf<StepHandler>();
  });

  it('take any function where no body type is given', () => {
    expectTypeOf<(event: { readonly input: object }) => number>().toExtend<StepBody>();
    expectTypeOf<() => void>().toExtend<StepBody>();
    // @ts-expect-error a body is a function
    createStepHandler(taskB, { run: () => 1 });
  });

  it('refuse a wrong read', () => {
    // @ts-expect-error `step-b-output` is not among the reads
    createStepHandler<StepBBody>(taskB, ({ 'step-b-output': own }) => ({ property1: String(own) }));
    // @ts-expect-error an optional read may be undefined
    createStepHandler<StepBBody>(taskB, ({ 'step-c-output': stepC }) => ({ property1: stepC.c }));
  });

  it('refuse a wrong result', () => {
    // @ts-expect-error property1 is a string
    createStepHandler<StepBBody>(taskB, () => ({ property1: 1 }));
    // @ts-expect-error nothing is returned
    createStepHandler<StepBBody>(taskB, () => undefined);
  });

  it('let no body change its context', () => {
    const change = (context: StepContext) => {
      // @ts-expect-error the context is read-only
      context.txnId = '0x0';
    };
    expectTypeOf(change).parameter(0).toEqualTypeOf<StepContext>();
  });

  it('tell a step behind a catch which steps can have failed', () => {
    type Body = (event: { readonly error: StepError<'charge' | 'ship'> }) => string;
    createStepHandler<Body>(taskB, ({ error }) => `${error.name} ${error.message}`);
    // @ts-expect-error no such step can have failed
    createStepHandler<Body>(taskB, ({ error }) => String(error.step === 'approve'));
  });

  it('give the body of a callback step a token, and take no result from it', () => {
    type Body = (event: { readonly context: CallbackContext }) => void | Promise<void>;
    const handler = createCallbackHandler<Body>(callbackTask, async ({ context }) => {
      context.logger.info('asked', { length: context.taskToken.length });
    });
    expectTypeOf(handler).toEqualTypeOf<StepHandler>();
    // @ts-expect-error the answer is given later
    createCallbackHandler<Body>(callbackTask, async () => ({ approved: true }));
  });

  it('take an API Gateway event as an endpoint’s request, and a start without what is optional', () => {
    expectTypeOf<{
      version: '2.0';
      headers: Record<string, string>;
      body: string;
      isBase64Encoded: boolean;
    }>().toExtend<HttpRequest>();
    type Needed = 's3' | 'sfn' | 'bucket' | 'stateMachineArn' | 'workflow' | 'input';
    expectTypeOf<Pick<StartExecutionInput, Needed>>().toExtend<StartExecutionInput>();
  });
});
