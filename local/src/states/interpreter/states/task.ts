import type { TaskState } from '../../definition/machine.js';
import { evaluateInteger } from '../../expressions/typed.js';
import type { JsonValue } from '../../json.js';
import { StateFailure } from '../failure.js';
import { withDeadline } from '../signals.js';
import { bindings, type Outcome, type Visit } from '../visit.js';
import { invokeLambda, type LambdaCall, lambdaCall } from './lambda-invoke.js';

const resource = { resource: 'invoke', resourceType: 'lambda' };

/** A Task state: calls the function that its arguments name, and ends with what the call answers. */
export async function runTask(visit: Visit<TaskState>): Promise<Outcome> {
  const { state, thread } = visit;
  const values = bindings(visit);
  const parameters = state.arguments === undefined ? {} : await state.arguments.evaluate(values);
  const limits = { min: 1, max: 99_999_999 };
  const seconds =
    state.timeoutSeconds && (await evaluateInteger(state.timeoutSeconds, 'TimeoutSeconds', values, limits));
  const call = lambdaCall(parameters, state.name);
  thread.signal.throwIfAborted();
  thread.record('TaskScheduled', {
    taskScheduledEventDetails: {
      ...resource,
      region: thread.run.engine.region,
      parameters: JSON.stringify(parameters),
      ...(seconds === undefined ? {} : { timeoutInSeconds: seconds }),
    },
  });
  thread.record('TaskStarted', { taskStartedEventDetails: resource });
  const result = await callWithin(visit, call, seconds);
  thread.record('TaskSucceeded', {
    taskSucceededEventDetails: {
      ...resource,
      output: JSON.stringify(result),
      outputDetails: { truncated: false },
    },
  });
  return { result, hasResult: true, output: state.output, assign: state.assign, next: state.next };
}

async function callWithin(
  { thread }: Visit<TaskState>,
  call: LambdaCall,
  seconds: number | undefined,
): Promise<JsonValue> {
  const { engine } = thread.run;
  const timeout = (): Error => new StateFailure('States.Timeout');
  try {
    return await withDeadline({ clock: engine.clock, signal: thread.signal, seconds, timeout }, (signal) =>
      invokeLambda(call, engine, signal),
    );
  } catch (error) {
    if (error instanceof StateFailure) {
      const details = {
        ...resource,
        error: error.error,
        ...(error.explanation === undefined ? {} : { cause: error.explanation }),
      };
      if (error.error === 'States.Timeout') {
        thread.record('TaskTimedOut', { taskTimedOutEventDetails: details });
      } else {
        thread.record('TaskFailed', { taskFailedEventDetails: details });
      }
    }
    throw error;
  }
}
