import { functionSubstitution } from '../../names.js';
import type { StateContext } from './state-context.js';
import { Substitution } from './substitution.js';
import { expression } from './text.js';
import type { TaskState } from './types.js';

/** What the state machine tells every function: where the execution's data lies, and which attempt this is. */
const payload = {
  state: '{% $states.context.State.Name %}',
  entered: '{% $states.context.State.EnteredTime %}',
  retry: '{% $states.context.State.RetryCount %}',
  redrive:
    '{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}',
} as const;

/** The state's data goes on as it came. */
export const unchanged = '{% $states.input %}';

/** The execution of the workflow, of which an iteration of a distributed map is a child. `data` is JSONata for the machine's own data. */
export function executionOf({ iteration }: Pick<StateContext, 'iteration'>, data = '$states.input'): string {
  return iteration === 'distributed' ? `${data}.execution` : '$states.context.Execution.Id';
}

/**
 * The arguments that invoke a function with what every function is told, and something more.
 *
 * @param data JSONata for the machine's own data. Default: the state's input.
 */
export function invocation(
  { workflow, iteration }: Pick<StateContext, 'workflow' | 'iteration'>,
  name: string,
  more: Readonly<Record<string, string>> = {},
  data = '$states.input',
): Pick<TaskState, 'Arguments'> {
  return {
    Arguments: {
      FunctionName: new Substitution(functionSubstitution(workflow.name, name)),
      Payload: {
        processData: expression(`${data}.processData`),
        execution: expression(executionOf({ iteration }, data)),
        ...payload,
        ...(iteration === undefined ? {} : { iteration: expression(`${data}.iteration`) }),
        ...(iteration === 'distributed' ? { items: expression(`${data}.items`) } : {}),
        ...more,
      },
    },
  };
}

/** The state's data with other signals over those that it has; `signals` is JSONata for what there may be of them. */
export function withSignals(signals: string, data = '$states.input'): string {
  return expression(mergedWith(signals, data));
}

/** The same as JSONata, to be used in an expression. */
export function mergedWith(signals: string, data = '$states.input'): string {
  return `$merge([${data}, {'signals': $merge([${data}.signals, ${signals}])}])`;
}
