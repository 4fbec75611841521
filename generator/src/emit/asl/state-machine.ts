import { inputReaderSettings, publisherSettings } from '../../deployment/generated-functions.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { Workflow } from '../../model/service.js';
import { inputReaderName, publisherName } from '../../names.js';
import { emitScope } from './emit-scope.js';
import { invocation, unchanged, withSignals } from './invocation.js';
import { emitRetry } from './retry.js';
import { commentOf } from './text.js';
import type { StateMachine, TaskState, Transition } from './types.js';

/** The state machine of a workflow: its steps, before them a state that reads the input and behind them one that publishes. */
export function emitStateMachine(workflow: Workflow, flow: WorkflowFlow): StateMachine {
  const afterScope = flow.separatePublisher ? publisherName : undefined;
  const { StartAt, States } = emitScope(workflow, { workflow, flow, afterScope }, 'end of the workflow');
  return {
    ...commentOf(workflow.description),
    QueryLanguage: 'JSONata',
    StartAt: flow.separateInputReader ? inputReaderName : StartAt,
    ...(workflow.timeout === undefined ? {} : { TimeoutSeconds: workflow.timeout }),
    States: {
      ...(flow.separateInputReader ? { [inputReaderName]: inputReader(workflow, StartAt) } : {}),
      ...States,
      ...(flow.separatePublisher ? { [publisherName]: publisher(workflow) } : {}),
    },
  };
}

function inputReader(workflow: Workflow, first: string): TaskState {
  return generatedTask(workflow, inputReaderName, {
    comment: 'Hands over what conditions need of the input.',
    output: withSignals('$states.result.Payload.signals'),
    timeout: inputReaderSettings.timeout,
    transition: { Next: first },
  });
}

function publisher(workflow: Workflow): TaskState {
  return generatedTask(workflow, publisherName, {
    comment: 'Publishes the document.',
    output: unchanged,
    timeout: publisherSettings.timeout,
    transition: { End: true },
  });
}

interface GeneratedTask {
  readonly comment: string;
  readonly output: string;
  /** Seconds, of the function. */
  readonly timeout: number;
  readonly transition: Transition;
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
    ...task.transition,
  };
}
