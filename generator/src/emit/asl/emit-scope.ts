import type { Scope, Step, StepKind } from '../../model/service.js';
import type { StateContext } from './state-context.js';
import { stateName } from './state-name.js';
import { emitPrepare, statesOfAwait } from './states/await.js';
import { emitCallback } from './states/callback.js';
import { emitChoice } from './states/choice.js';
import { emitFail } from './states/fail.js';
import { emitMap, statesOfMap } from './states/map.js';
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
  const ends = isAskedFor ? [[end, { Type: 'Succeed' }] as const] : [];
  const all: (readonly [string, State])[] = [...states, ...ends];
  return {
    // Never empty: `resolve` refuses a scope without steps.
    StartAt: steps[0]?.name ?? '',
    States: Object.fromEntries(isIteration ? all.map(([name, state]) => [name, withoutResult(state)]) : all),
  };
}

/** What an iteration hands back is of no use: it would only count against the size that the data of all together may have. */
function withoutResult(state: State): State {
  const isEnd = state.Type === 'Succeed' || ('End' in state && state.End === true);
  return isEnd ? { ...state, Output: '{% {} %}' } : state;
}

/** The states that a step takes beside the one of its own name. */
function generatedStatesOf(step: Step, context: StateContext): readonly (readonly [string, State])[] {
  if (step.kind === 'map') return statesOfMap(step, context);
  return step.kind === 'downstream' && step.wait ? statesOfAwait(step, context) : [];
}

function emitState<Kind extends StepKind>(
  step: Extract<Step, { readonly kind: Kind }>,
  context: StateContext,
): State {
  const emit: EmitState<Kind> = emitters[step.kind as Kind];
  return emit(step, context);
}
