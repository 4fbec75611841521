import { canFail } from '../../../model/asl-state.js';
import type { AslStep, Step } from '../../../model/service.js';
import { emitCatch } from '../catch.js';
import { errorPayload } from '../error-payload.js';
import { invocation, withSignals } from '../invocation.js';
import { emitRetry } from '../retry.js';
import { handsOverSignals, type StateContext, transitionTo } from '../state-context.js';
import { stateName } from '../state-name.js';
import { commentOf, expression } from '../text.js';
import type { State, TaskState, VerbatimState } from '../types.js';

/** The machine's own data, without what the state was handed of the step's reads. */
const withoutReads = "$sift($states.input, function($value, $name) { $name != 'reads' })";

/** Where that data lies between the state and the one that stores its result: beside the result. */
const dataBeside = '$states.input.data';

/** Whether a state stands before the one that has the step's name. */
export function loadsBefore(step: Step): boolean {
  return step.kind === 'asl' && step.reads.length > 0;
}

/** The name of the state before it. */
export function loadName(step: string): string {
  return stateName(`load ${step}`);
}

/**
 * The state that the spec has written out. Its `Output` is wrapped, so that the machine's own data goes on and what the state gives reaches
 * nobody but the state that stores it.
 */
export function emitVerbatim(step: AslStep, context: StateContext): State {
  const { Type, Comment, Output, ...fields } = step.state;
  const data = loadsBefore(step) ? withoutReads : '$states.input';
  const result = Output === undefined ? '{% $states.result %}' : Output;
  const state: VerbatimState = {
    Type: Type as VerbatimState['Type'],
    ...commentOf(step.description ?? (typeof Comment === 'string' ? Comment : undefined)),
    ...fields,
    Output: step.output === undefined ? expression(data) : { data: expression(data), result },
    // The rules that every step has are for functions: what else is retried, the spec says.
    ...(canFail(step.state) ? emitRetry({ ...step.retry, defaults: false }) : {}),
    ...(canFail(step.state) ? emitCatch(step.name, step.catches, { ...context, data }) : {}),
    ...(step.output === undefined ? transitionTo(context, step.next) : { Next: storeName(step) }),
  };
  // What its fields hold, rules have checked; nobody here looks into them.
  return state as unknown as State;
}

/** The states around it: one that loads what the step reads, and one that stores what came of it. */
export function statesOfAsl(step: AslStep, context: StateContext): readonly (readonly [string, State])[] {
  return [
    ...(loadsBefore(step) ? [[loadName(step.name), emitLoad(step, context)] as const] : []),
    ...(step.output === undefined ? [] : [[storeName(step), emitStore(step, context)] as const]),
  ];
}

function emitLoad(step: AslStep, context: StateContext): TaskState {
  const more = { ...errorPayload(context.flow.steps.get(step.name)), phase: 'load' };
  return {
    Type: 'Task',
    Comment: `Loads what ${step.name} reads.`,
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, step.name, more),
    Output: expression(`$merge([$states.input, {'reads': $states.result.Payload.reads}])`),
    TimeoutSeconds: step.settings.timeout + 1,
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, context),
    Next: step.name,
  };
}

function emitStore(step: AslStep, context: StateContext): TaskState {
  return {
    Type: 'Task',
    Comment: `Stores the result of ${step.name}.`,
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, step.name, { phase: 'store', result: '{% $states.input.result %}' }, dataBeside),
    Output: handsOverSignals(step.name, context.flow)
      ? withSignals('$states.result.Payload.signals', dataBeside)
      : expression(dataBeside),
    TimeoutSeconds: step.settings.timeout + 1,
    ...emitRetry(step.retry),
    ...emitCatch(step.name, step.catches, { ...context, data: dataBeside }),
    ...transitionTo(context, step.next),
  };
}

function storeName({ name }: AslStep): string {
  return stateName(`store ${name}`);
}
