import { awaitRetryTable, startRetryTable } from '@sfs3/runtime/errors';
import type { DownstreamStep } from '../../../model/service.js';
import { childSubstitution } from '../../../names.js';
import { emitCatch } from '../catch.js';
import { errorPayload } from '../error-payload.js';
import { invocation } from '../invocation.js';
import { emitRetry, retriersOf } from '../retry.js';
import { handsOverSignals, type StateContext, transitionTo } from '../state-context.js';
import { stateName } from '../state-name.js';
import { Substitution } from '../substitution.js';
import { commentOf, expression } from '../text.js';
import type { StartState, State, TaskState } from '../types.js';

/** The state's data without what only the states of one step tell each other. */
const withoutChild = "$sift($states.input, function($value, $name) { $name != 'child' })";

/** The first state of a downstream step that waits: its function creates the child's document. */
export function emitPrepare(step: DownstreamStep, context: StateContext): TaskState {
  const { flow } = context;
  return {
    Type: 'Task',
    ...commentOf(step.description),
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, step.name, { ...errorPayload(flow.steps.get(step.name)), phase: 'prepare' }),
    Output: withChild('$states.result.Payload.child', false),
    TimeoutSeconds: step.settings.timeout + 1,
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, context),
    Next: waitName(step),
  };
}

/** The two states behind it: one that starts the child and waits for its end, and one that stores what has become of it. */
export function statesOfAwait(
  step: DownstreamStep,
  context: StateContext,
): readonly (readonly [string, State])[] {
  return [
    [waitName(step), emitStart(step, context)],
    [storeName(step), emitStore(step, context)],
  ];
}

/**
 * A child that an earlier attempt started, and that has ended since, is not started again: its name is taken. How it ended is for
 * the function to find out. Names of errors: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
function emitStart(step: DownstreamStep, context: StateContext): StartState {
  const { workflow } = context;
  const { Catch = [] } = emitCatch(step.name, step.catches, { ...context, data: withoutChild });
  const alreadyStarted = {
    ErrorEquals: ['StepFunctions.ExecutionAlreadyExistsException'],
    Next: storeName(step),
    Output: '{% $states.input %}',
  };
  return {
    Type: 'Task',
    Comment: `Waits for the child of ${step.name}.`,
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: {
      StateMachineArn: new Substitution(childSubstitution(workflow.name, step.name)),
      Name: '{% $states.input.child.processData %}',
      Input: { processData: '{% $states.input.child.processData %}' },
    },
    Output: withChild('$states.input.child.processData', true),
    ...(step.retry.defaults ? { Retry: retriersOf(startRetryTable) } : {}),
    Catch: [alreadyStarted, ...Catch],
    Next: storeName(step),
  };
}

function emitStore(step: DownstreamStep, context: StateContext): TaskState {
  const { flow } = context;
  const signals = handsOverSignals(step.name, flow)
    ? ", {'signals': $merge([$states.input.signals, $states.result.Payload.signals])}"
    : '';
  const { Retry = [] } = emitRetry(step.retry);
  const retriers = step.retry.defaults ? [...retriersOf(awaitRetryTable), ...Retry] : Retry;
  return {
    Type: 'Task',
    Comment: `Stores the document of the child of ${step.name}.`,
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, step.name, { phase: 'store', child: '{% $states.input.child %}' }),
    Output: expression(signals === '' ? withoutChild : `$merge([${withoutChild}${signals}])`),
    TimeoutSeconds: step.settings.timeout + 1,
    ...(retriers.length === 0 ? {} : { Retry: retriers }),
    ...emitCatch(step.name, step.catches, { ...context, data: withoutChild }),
    ...transitionTo(context, step.next),
  };
}

function withChild(processData: string, ended: boolean): string {
  return expression(`$merge([$states.input, {'child': {'processData': ${processData}, 'ended': ${ended}}}])`);
}

function waitName({ name }: DownstreamStep): string {
  return stateName(`wait for ${name}`);
}

function storeName({ name }: DownstreamStep): string {
  return stateName(`store ${name}`);
}
