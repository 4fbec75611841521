import { functionSubstitution } from '../../names.js';
import type { StateContext } from './state-context.js';
import { Substitution } from './substitution.js';
import { expression } from './text.js';
import type { TaskState } from './types.js';

/** What the state machine tells every function: where the execution's data lies, and which attempt this is. */
const payload = {
  processData: '{% $states.input.processData %}',
  execution: '',
  state: '{% $states.context.State.Name %}',
  entered: '{% $states.context.State.EnteredTime %}',
  retry: '{% $states.context.State.RetryCount %}',
  redrive:
    '{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}',
} as const;

/** The state's data goes on as it came. */
export const unchanged = '{% $states.input %}';

/** The execution of the workflow: an iteration of a distributed map has one of its own. */
export function executionOf({ iteration }: Pick<StateContext, 'iteration'>): string {
  return iteration === 'distributed' ? '$states.input.execution' : '$states.context.Execution.Id';
}

/** The arguments that invoke a function with what every function is told, and something more. */
export function invocation(
  { workflow, iteration }: Pick<StateContext, 'workflow' | 'iteration'>,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Pick<TaskState, 'Arguments'> {
  return {
    Arguments: {
      FunctionName: new Substitution(functionSubstitution(workflow.name, name)),
      Payload: {
        ...payload,
        execution: expression(executionOf({ iteration })),
        ...(iteration === undefined ? {} : { iteration: '{% $states.input.iteration %}' }),
        ...(iteration === 'distributed' ? { items: '{% $states.input.items %}' } : {}),
        ...more,
      },
    },
  };
}

/** The state's data with other signals over those that it has; `signals` is JSONata for what there may be of them. */
export function withSignals(signals: string): string {
  return expression(mergedWith(signals));
}

/** The same as JSONata, to be used in an expression. */
export function mergedWith(signals: string): string {
  return `$merge([$states.input, {'signals': $merge([$states.input.signals, ${signals}])}])`;
}
