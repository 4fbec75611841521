import type { Workflow } from '../../model/service.js';
import { functionSubstitution } from '../../names.js';
import { expression } from './text.js';
import type { TaskState } from './types.js';

/** What the state machine tells every function: where the execution's data lies, and which attempt this is. */
const payload = {
  processData: '{% $states.input.processData %}',
  execution: '{% $states.context.Execution.Id %}',
  state: '{% $states.context.State.Name %}',
  entered: '{% $states.context.State.EnteredTime %}',
  retry: '{% $states.context.State.RetryCount %}',
  redrive:
    '{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}',
} as const;

/** The state's data goes on as it came. */
export const unchanged = '{% $states.input %}';

/** The arguments that invoke a function with what every function is told, and something more. */
export function invocation(
  workflow: Workflow,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Pick<TaskState, 'Arguments'> {
  return {
    Arguments: {
      FunctionName: `\${${functionSubstitution(workflow.name, name)}}`,
      Payload: { ...payload, ...more },
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
