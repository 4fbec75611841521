import { inputReaderSettings, publisherSettings } from '../../deployment/generated-functions.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { Workflow } from '../../model/service.js';
import { inputReaderName, publisherName } from '../../names.js';
import { emitCatch } from './catch.js';
import { emitScope } from './emit-scope.js';
import { emitFailureChain } from './failure-chain.js';
import { invocation, unchanged, withSignals } from './invocation.js';
import { emitRetry } from './retry.js';
import { commentOf } from './text.js';
import type { StateMachine, TaskState, Transition } from './types.js';

/**
 * The state machine of a workflow: its steps, before them a state that reads the input, behind them one that publishes, and what
 * runs when the execution fails.
 */
export function emitStateMachine(workflow: Workflow, flow: WorkflowFlow): StateMachine {
  const afterScope = flow.separatePublisher ? publisherName : undefined;
  const { onFailure, states: onFailures } = emitFailureChain(workflow, flow);
  const surroundings = { workflow, flow, afterScope, onFailure };
  const { StartAt, States } = emitScope(workflow, surroundings, 'end of the workflow');
  return {
    ...commentOf(workflow.description),
    QueryLanguage: 'JSONata',
    StartAt: flow.separateInputReader ? inputReaderName : StartAt,
    ...(workflow.timeout === undefined ? {} : { TimeoutSeconds: workflow.timeout }),
    States: {
      ...(flow.separateInputReader ? { [inputReaderName]: inputReader(workflow, StartAt, onFailure) } : {}),
      ...States,
      ...(flow.separatePublisher ? { [publisherName]: publisher(workflow, onFailure) } : {}),
      ...onFailures,
    },
  };
}

function inputReader(workflow: Workflow, first: string, onFailure: string | undefined): TaskState {
  return generatedTask(workflow, inputReaderName, {
    comment: 'Hands over what conditions need of the input.',
    output: withSignals('$states.result.Payload.signals'),
    timeout: inputReaderSettings.timeout,
    transition: { Next: first },
    onFailure,
  });
}

function publisher(workflow: Workflow, onFailure: string | undefined): TaskState {
  return generatedTask(workflow, publisherName, {
    comment: 'Publishes the document.',
    output: unchanged,
    timeout: publisherSettings.timeout,
    transition: { End: true },
    onFailure,
  });
}

interface GeneratedTask {
  readonly comment: string;
  readonly output: string;
  /** Seconds, of the function. */
  readonly timeout: number;
  readonly transition: Transition;
  readonly onFailure: string | undefined;
}

function generatedTask(workflow: Workflow, name: string, task: GeneratedTask): TaskState {
  return {
    Type: 'Task',
    Comment: task.comment,
    Resource: 'arn:aws:states:::lambda:invoke',
    ...invocation(workflow, name),
    Output: task.output,
    TimeoutSeconds: task.timeout + 1,
    ...emitRetry({ rules: [], defaults: true }),
    ...emitCatch(name, [], { onFailure: task.onFailure }),
    ...task.transition,
  };
}
