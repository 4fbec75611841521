import type { WorkflowFlow } from '../../model/flow.js';
import type { Expression, Scope, Workflow } from '../../model/service.js';
import { expression } from './text.js';
import type { States, Transition } from './types.js';

/** What every emitter of states is given. */
export interface StateContext {
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
  /** Name of the generated state that follows the end of the scope; `undefined` where the end of the scope is the end. */
  readonly afterScope: string | undefined;
  /** Name of the state that failures lead to which no rule catches; `undefined` where they end the scope. */
  readonly onFailure: string | undefined;
  /** Name of a state that only ends the scope, for a choice that does; made where somebody asks for it. */
  readonly endOfScope: () => string;
  /** Present in a map: whether an iteration is an execution of its own, here or in a map around. */
  readonly iteration?: 'inline' | 'distributed' | undefined;
  /** The states of a scope inside this one. */
  readonly emitInner: (scope: Scope, name: string, iteration?: IterationScope) => States;
}

/** What is different in the steps of a map. */
export interface IterationScope {
  readonly mode: 'inline' | 'distributed';
  /** Name of the state that ends an iteration as failed. */
  readonly onFailure: string;
}

/** Where a step leads. */
export function transitionTo({ afterScope }: StateContext, next: string | undefined): Transition {
  const target = next ?? afterScope;
  return target === undefined ? { End: true } : { Next: target };
}

/** The state for a target that must be one: a choice cannot end a scope itself. */
export function stateFor({ afterScope, endOfScope }: StateContext, next: string | undefined): string {
  return next ?? afterScope ?? endOfScope();
}

/** An expression of the spec, over the state's data. Throws where the analysis was of another service. */
export function emitExpression({ flow }: StateContext, { at }: Expression): string {
  const pointer = at.join('/');
  const found = flow.expressions.get(pointer);
  if (found === undefined) throw new Error(`The expression at ${pointer} was not analysed.`);
  return expression(found);
}

/** Whether the function of a step answers signals: of its output, or of the input. */
export function handsOverSignals(step: string, flow: WorkflowFlow): boolean {
  return flow.inputReader === step || (flow.steps.get(step)?.signals.length ?? 0) > 0;
}
