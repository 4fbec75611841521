import { publisherSettings } from '../../deployment/generated-functions.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { Step, Workflow } from '../../model/service.js';
import { functionSubstitution, publisherName } from '../../names.js';
import { emitRetry } from './retry.js';
import type { StateMachine, TaskState } from './types.js';

/** What the state machine tells a function: where the execution's data lies, and which attempt this is. */
const payload = {
  processData: '{% $states.input.processData %}',
  execution: '{% $states.context.Execution.Id %}',
  state: '{% $states.context.State.Name %}',
  entered: '{% $states.context.State.EnteredTime %}',
  retry: '{% $states.context.State.RetryCount %}',
  redrive:
    '{% $exists($states.context.Execution.RedriveCount) ? $states.context.Execution.RedriveCount : 0 %}',
} as const;

/** The state machine of a workflow. */
export function emitStateMachine(workflow: Workflow, flow: WorkflowFlow): StateMachine {
  const afterLast = flow.separatePublisher ? publisherName : undefined;
  const states = workflow.steps.map((step) => [step.name, taskOfStep(workflow, step, afterLast)] as const);
  const publisher = flow.separatePublisher ? [[publisherName, publisherTask(workflow)] as const] : [];
  return {
    ...comment(workflow.description),
    QueryLanguage: 'JSONata',
    // Never empty: `resolve` refuses a workflow without steps.
    StartAt: workflow.steps[0]?.name ?? publisherName,
    ...(workflow.timeout === undefined ? {} : { TimeoutSeconds: workflow.timeout }),
    States: Object.fromEntries([...states, ...publisher]),
  };
}

function taskOfStep(workflow: Workflow, step: Step, afterLast: string | undefined): TaskState {
  const retry = emitRetry(step.retry);
  return {
    Type: 'Task',
    ...comment(step.description),
    ...invocation(workflow, step.name),
    // One second more than the function has, so that the function's own time-out is what is reported.
    TimeoutSeconds: step.settings.timeout + 1,
    ...(retry.length === 0 ? {} : { Retry: retry }),
    ...transition(step.next ?? afterLast),
  };
}

function publisherTask(workflow: Workflow): TaskState {
  return {
    Type: 'Task',
    Comment: 'Publishes the document.',
    ...invocation(workflow, publisherName),
    TimeoutSeconds: publisherSettings.timeout + 1,
    Retry: emitRetry({ rules: [], defaults: true }),
    End: true,
  };
}

function invocation(workflow: Workflow, name: string): Pick<TaskState, 'Resource' | 'Arguments' | 'Output'> {
  return {
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: {
      FunctionName: `\${${functionSubstitution(workflow.name, name)}}`,
      Payload: payload,
    },
    Output: '{% $states.input %}',
  };
}

function transition(next: string | undefined): { readonly Next: string } | { readonly End: true } {
  return next === undefined ? { End: true } : { Next: next };
}

/** A text that begins like a JSONata expression gets a space before it, so that nobody evaluates it. */
function comment(description: string | undefined): { readonly Comment?: string } {
  if (description === undefined) return {};
  return { Comment: description.trimStart().startsWith('{%') ? ` ${description}` : description };
}
