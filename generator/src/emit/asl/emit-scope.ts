import type { Scope, Step, StepKind } from '../../model/service.js';
import { itemListerName } from '../../names.js';
import { leadToEntries } from './lead-to-entries.js';
import type { StateContext } from './state-context.js';
import { stateName } from './state-name.js';
import { emitVerbatim, loadName, loadsBefore, statesOfAsl } from './states/asl.js';
import { emitPrepare, statesOfAwait } from './states/await.js';
import { emitCallback } from './states/callback.js';
import { emitChoice } from './states/choice.js';
import { emitFail } from './states/fail.js';
import { emitMap, listsBefore, statesOfMap } from './states/map.js';
import { emitParallel } from './states/parallel.js';
import { emitSucceed } from './states/succeed.js';
import { emitTask } from './states/task.js';
import { emitWait } from './states/wait.js';
import type { State, States } from './types.js';

type EmitState<Kind extends StepKind> = (
  step: Extract<Step, { readonly kind: Kind }>,
  context: StateContext,
) => State;

const emitters: { readonly [Kind in StepKind]: EmitState<Kind> } = {
  task: emitTask,
  downstream: (step, context) => (step.wait ? emitPrepare(step, context) : emitTask(step, context)),
  callback: emitCallback,
  asl: emitVerbatim,
  choice: emitChoice,
  parallel: emitParallel,
  map: emitMap,
  wait: emitWait,
  succeed: emitSucceed,
  fail: emitFail,
};

/** The states of a scope: its steps', and where a choice ends it, one that does nothing. */
export function emitScope(
  { steps }: Scope,
  surroundings: Pick<StateContext, 'workflow' | 'flow' | 'afterScope' | 'onFailure' | 'iteration'>,
  endName: string,
  isIteration = false,
): States {
  const end = stateName(endName);
  let isAskedFor = false;
  const context: StateContext = {
    ...surroundings,
    endOfScope: () => {
      isAskedFor = true;
      return end;
    },
    // The end of a branch or an iteration is its own, and so is its failure: what follows is up to the step around it.
    emitInner: (scope, name, iteration) => {
      const isChild = surroundings.iteration === 'distributed';
      const mode = iteration === undefined || isChild ? surroundings.iteration : iteration.mode;
      const inner = { ...surroundings, iteration: mode, afterScope: undefined };
      return emitScope(scope, { ...inner, onFailure: iteration?.onFailure }, name, iteration !== undefined);
    },
  };
  const states = steps.flatMap((step) => [
    [step.name, emitState(step, context)] as const,
    ...generatedStatesOf(step, context),
  ]);
  const entries = new Map(steps.map((step) => [step.name, entryName(step, context)]));
  const entryOf = (name: string): string => entries.get(name) ?? name;
  const ends = isAskedFor ? [[end, { Type: 'Succeed' }] as const] : [];
  const all = [...leadToEntries(states, entryOf), ...ends];
  return {
    // Never empty: `resolve` refuses a scope without steps.
    StartAt: entryOf(steps[0]?.name ?? ''),
    States: Object.fromEntries(isIteration ? all.map(([name, state]) => [name, withoutResult(state)]) : all),
  };
}

/** What an iteration hands back is of no use: it would only count against the size that the data of all together may have. */
function withoutResult(state: State): State {
  const isEnd = state.Type === 'Succeed' || ('End' in state && state.End === true);
  return isEnd ? { ...state, Output: '{% {} %}' } : state;
}

/** The first state of a step, where that is not the one of its own name. */
function entryName(step: Step, context: StateContext): string {
  if (loadsBefore(step)) return loadName(step.name);
  return step.kind === 'map' && listsBefore(step, context) ? itemListerName(step.name) : step.name;
}

/** The states that a step takes beside the one of its own name. */
function generatedStatesOf(step: Step, context: StateContext): readonly (readonly [string, State])[] {
  if (step.kind === 'map') return statesOfMap(step, context);
  if (step.kind === 'asl') return statesOfAsl(step, context);
  return step.kind === 'downstream' && step.wait ? statesOfAwait(step, context) : [];
}

function emitState<Kind extends StepKind>(
  step: Extract<Step, { readonly kind: Kind }>,
  context: StateContext,
): State {
  const emit: EmitState<Kind> = emitters[step.kind as Kind];
  return emit(step, context);
}
