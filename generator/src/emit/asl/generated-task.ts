import type { CatchRule } from '../../model/service.js';
import { emitCatch } from './catch.js';
import { invocation } from './invocation.js';
import { emitRetry } from './retry.js';
import type { StateContext } from './state-context.js';
import type { TaskState, Transition } from './types.js';

/** A state whose function nobody writes. */
export interface GeneratedTask {
  /** Name of the function. */
  readonly name: string;
  readonly comment: string;
  readonly output: string;
  /** Seconds, of the function. */
  readonly timeout: number;
  readonly transition: Transition;
  /** What the function is told beside what every function is. */
  readonly payload?: Readonly<Record<string, string>>;
  /** The step that it belongs to, whose rules hold. Default: itself, which has none. */
  readonly step?: { readonly name: string; readonly catches: readonly CatchRule[] };
}

/** The state of a function that nobody writes. */
export function generatedTask(
  context: Pick<StateContext, 'workflow' | 'iteration' | 'onFailure'>,
  task: GeneratedTask,
): TaskState {
  const { name, catches } = task.step ?? { name: task.name, catches: [] };
  return {
    Type: 'Task',
    Comment: task.comment,
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(context, task.name, task.payload),
    Output: task.output,
    TimeoutSeconds: task.timeout + 1,
    ...emitRetry({ rules: [], defaults: true }),
    ...emitCatch(name, catches, context),
    ...task.transition,
  };
}
