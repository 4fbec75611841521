import { undoRetryTable } from '@sfs3/runtime/errors';
import { compensateOf } from '../../model/all-steps.js';
import type { FailureTask, WorkflowFlow } from '../../model/flow.js';
import type { Workflow } from '../../model/service.js';
import { errorPayload } from './error-payload.js';
import { invocation, unchanged } from './invocation.js';
import { emitRetry, retriersOf } from './retry.js';
import { settlingName, settlingState } from './settling.js';
import { stateName } from './state-name.js';
import { commentOf, expression } from './text.js';
import type { Catcher, FailState, State, TaskState } from './types.js';

/** Name of the state that ends an execution with the error that it failed with first. */
const failedName = stateName('end in failure');

/** What runs when an execution fails, as states: where they begin, and all of them. Nothing where nothing runs. */
export interface FailureStates {
  readonly onFailure: string | undefined;
  readonly states: Readonly<Record<string, State>>;
}

/** The states behind every failure of the outermost scope: one after the other, whatever becomes of them, then the end. */
export function emitFailureChain(workflow: Workflow, flow: WorkflowFlow): FailureStates {
  const { failureChain: chain } = flow;
  const [first] = chain;
  if (first === undefined) return { onFailure: undefined, states: {} };
  const tasks = chain.map(({ task }, index) => {
    const next = chain[index + 1]?.task.name ?? failedName;
    return [task.name, emitFailureTask(workflow, task, { flow, next })] as const;
  });
  const settles = hasCompensatedBranches(workflow, flow);
  return {
    onFailure: settles ? settlingName : first.task.name,
    states: {
      ...(settles ? { [settlingName]: settlingState(first.task.name) } : {}),
      ...Object.fromEntries(tasks),
      [failedName]: failed,
    },
  };
}

/** Whether a step of some branch is compensated. */
function hasCompensatedBranches({ steps }: Workflow, { allSteps }: WorkflowFlow): boolean {
  const outermost = new Set(steps);
  return allSteps.some((step) => !outermost.has(step) && compensateOf(step) !== undefined);
}

interface FailurePlace {
  readonly flow: WorkflowFlow;
  readonly next: string;
}

function emitFailureTask(
  workflow: Workflow,
  task: FailureTask['task'],
  { flow, next }: FailurePlace,
): TaskState {
  const isInMap = (flow.steps.get(task.name)?.maps.length ?? 0) > 0;
  const { Retry = [] } = emitRetry(task.retry);
  const retriers = isInMap ? [...retriersOf(undoRetryTable), ...Retry] : Retry;
  return {
    Type: 'Task',
    ...commentOf(task.description),
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation({ workflow }, task.name, errorPayload(flow.steps.get(task.name))),
    Output: unchanged,
    TimeoutSeconds: task.settings.timeout + 1,
    ...(retriers.length === 0 ? {} : { Retry: retriers }),
    Catch: noteOf(task.name, next),
    Next: next,
  };
}

/** A task that fails must not keep the others from running. That it did is noted for the end. */
function noteOf(name: string, next: string): readonly Catcher[] {
  const Output = expression(`$merge([$states.input, {'failed': [$states.input.failed, '${name}']}])`);
  return [['States.DataLimitExceeded'], ['States.ALL']].map((ErrorEquals) => ({
    ErrorEquals,
    Next: next,
    Output,
  }));
}

/** Step Functions takes no longer cause. */
const longestCause = 32_768;

/** Whoever lets a state fail may leave error and cause out. */
const failed: FailState = {
  Type: 'Fail',
  Comment: 'The error that the execution failed with first.',
  Error: expression("$exists($states.input.error.name) ? $states.input.error.name : ''"),
  Cause: expression(
    '( $note := $exists($states.input.failed) ? ' +
      "' (Failed after that: ' & $join($states.input.failed, ', ') & '.)' : ''; " +
      `$substring($states.input.error.cause, 0, ${longestCause} - $length($note)) & $note )`,
  ),
};
