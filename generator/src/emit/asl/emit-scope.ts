import type { Scope, Step, StepKind } from '../../model/service.js';
import type { StateContext } from './state-context.js';
import { stateName } from './state-name.js';
import { emitCallback } from './states/callback.js';
import { emitChoice } from './states/choice.js';
import { emitFail } from './states/fail.js';
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
  downstream: emitTask,
  callback: emitCallback,
  choice: emitChoice,
  parallel: emitParallel,
  wait: emitWait,
  succeed: emitSucceed,
  fail: emitFail,
};

/** The states of a scope: its steps', and where a choice ends it, one that does nothing. */
export function emitScope(
  { steps }: Scope,
  surroundings: Pick<StateContext, 'workflow' | 'flow' | 'afterScope' | 'onFailure'>,
  endName: string,
): States {
  const end = stateName(endName);
  let isAskedFor = false;
  const context: StateContext = {
    ...surroundings,
    endOfScope: () => {
      isAskedFor = true;
      return end;
    },
    // The end of a branch is its own, and so is its failure: what follows is up to the parallel step.
    emitInner: (scope, name) =>
      emitScope(scope, { ...surroundings, afterScope: undefined, onFailure: undefined }, name),
  };
  const states = steps.map((step) => [step.name, emitState(step, context)] as const);
  const ends = isAskedFor ? [[end, { Type: 'Succeed' }] as const] : [];
  return {
    // Never empty: `resolve` refuses a scope without steps.
    StartAt: steps[0]?.name ?? '',
    States: Object.fromEntries<State>([...states, ...ends]),
  };
}

function emitState<Kind extends StepKind>(
  step: Extract<Step, { readonly kind: Kind }>,
  context: StateContext,
): State {
  const emit: EmitState<Kind> = emitters[step.kind as Kind];
  return emit(step, context);
}
