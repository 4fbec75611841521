import type { Scope, Step, StepKind } from '../../model/service.js';
import { leadToEntries } from './lead-to-entries.js';
import type { StateContext } from './state-context.js';
import { stateName } from './state-name.js';
import { emitVerbatim, loadName, loadsBefore, statesOfAsl } from './states/asl.js';
import { emitPrepare, statesOfAwait } from './states/await.js';
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
  downstream: (step, context) => (step.wait ? emitPrepare(step, context) : emitTask(step, context)),
  callback: emitCallback,
  asl: emitVerbatim,
  choice: emitChoice,
  parallel: emitParallel,
  wait: emitWait,
  succeed: emitSucceed,
  fail: emitFail,
};

/** The states of a scope: its steps', and where a choice ends it, one that does nothing. */
export function emitScope(
  { steps }: Scope,
  surroundings: Pick<StateContext, 'workflow' | 'flow' | 'afterScope'>,
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
    // The end of a branch is its own: what follows is up to the parallel step.
    emitInner: (scope, name) => emitScope(scope, { ...surroundings, afterScope: undefined }, name),
  };
  const states = steps.flatMap((step) => [
    [step.name, emitState(step, context)] as const,
    ...generatedStatesOf(step, context),
  ]);
  const loading = new Set(steps.filter(loadsBefore).map(({ name }) => name));
  const entryOf = (name: string): string => (loading.has(name) ? loadName(name) : name);
  const ends = isAskedFor ? [[end, { Type: 'Succeed' }] as const] : [];
  return {
    // Never empty: `resolve` refuses a scope without steps.
    StartAt: entryOf(steps[0]?.name ?? ''),
    States: Object.fromEntries<State>([...leadToEntries(states, entryOf), ...ends]),
  };
}

/** The states that a step takes beside the one of its own name. */
function generatedStatesOf(step: Step, context: StateContext): readonly (readonly [string, State])[] {
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
