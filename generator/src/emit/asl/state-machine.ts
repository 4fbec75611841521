import { inputReaderSettings, publisherSettings } from '../../deployment/generated-functions.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { Workflow } from '../../model/service.js';
import { inputReaderName, publisherName } from '../../names.js';
import { emitScope } from './emit-scope.js';
import { emitFailureChain } from './failure-chain.js';
import { generatedTask } from './generated-task.js';
import { unchanged, withSignals } from './invocation.js';
import type { StateContext } from './state-context.js';
import { commentOf } from './text.js';
import type { StateMachine, TaskState } from './types.js';

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
      ...(flow.separateInputReader
        ? { [inputReaderName]: inputReader({ workflow, onFailure }, StartAt) }
        : {}),
      ...States,
      ...(flow.separatePublisher ? { [publisherName]: publisher({ workflow, onFailure }) } : {}),
      ...onFailures,
    },
  };
}

type Surroundings = Pick<StateContext, 'workflow' | 'onFailure'>;

function inputReader(surroundings: Surroundings, first: string): TaskState {
  return generatedTask(surroundings, {
    name: inputReaderName,
    comment: 'Hands over what conditions need of the input.',
    output: withSignals('$states.result.Payload.signals'),
    timeout: inputReaderSettings.timeout,
    transition: { Next: first },
  });
}

function publisher(surroundings: Surroundings): TaskState {
  return generatedTask(surroundings, {
    name: publisherName,
    comment: 'Publishes the document.',
    output: unchanged,
    timeout: publisherSettings.timeout,
    transition: { End: true },
  });
}
