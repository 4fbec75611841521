import type { Catcher, State } from '../definition/machine.js';
import { EvaluationError, unexpectedType } from '../expressions/evaluation-error.js';
import type { Bindings, Template } from '../expressions/template.js';
import { exceedsPayloadLimit, isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { dataLimitExceeded, matchesError, StateFailure } from './failure.js';
import { RetryCounters } from './retry.js';
import { runnerOf } from './states/runners.js';
import type { Thread } from './thread.js';
import { bindings, contextObject, type Transition, type Visit } from './visit.js';

/** Enters a state, runs it as often as its retriers allow, and leaves it through its output or a catcher. */
export async function runState(state: State, input: JsonValue, thread: Thread): Promise<Transition> {
  thread.signal.throwIfAborted();
  const { clock } = thread.run.engine;
  const enteredTime = new Date(clock.now()).toISOString();
  const entered = thread.record(`${state.type}StateEntered`, {
    stateEnteredEventDetails: {
      name: state.name,
      input: JSON.stringify(input),
      inputDetails: { truncated: false },
    },
  });
  try {
    return await attemptUntilDone(state, input, thread, { enteredTime, entered });
  } catch (error) {
    if (thread.signal.aborted && abortable.has(state.type)) {
      thread.record(`${state.type}StateAborted`);
    }
    throw error;
  }
}

/** The kinds of state that have an event for being given up. */
const abortable: ReadonlySet<State['type']> = new Set(['Task', 'Wait', 'Parallel', 'Map']);

interface Entry {
  readonly enteredTime: string;
  readonly entered: number;
}

async function attemptUntilDone(
  state: State,
  input: JsonValue,
  thread: Thread,
  entry: Entry,
): Promise<Transition> {
  const { clock, random } = thread.run.engine;
  const canFail = 'retry' in state;
  const attempts = new RetryCounters(canFail ? state.retry : []);
  for (;;) {
    const context = contextObject(thread, {
      Name: state.name,
      EnteredTime: entry.enteredTime,
      ...(canFail ? { RetryCount: attempts.total } : {}),
    });
    const visit: Visit = { state, input, thread, context };
    try {
      return await attempt(visit);
    } catch (error) {
      thread.signal.throwIfAborted();
      const failure = toFailure(error, visit, entry);
      const delay = attempts.nextDelay(failure.error, random);
      if (delay === undefined) {
        return await catchFailure(visit, failure, entry);
      }
      await clock.sleep(delay, thread.signal);
    }
  }
}

async function attempt(visit: Visit): Promise<Transition> {
  const outcome = await runnerOf(visit.state)(visit);
  visit.thread.signal.throwIfAborted();
  const values = bindings(visit, outcome.hasResult ? { result: outcome.result } : {});
  const leave = { ...outcome, fallback: outcome.result, values };
  return await leaveState(visit, leave);
}

async function catchFailure(visit: Visit, failure: StateFailure, entry: Entry): Promise<Transition> {
  const catchers: readonly Catcher[] = 'catch' in visit.state ? visit.state.catch : [];
  const catcher = catchers.find((candidate) => matchesError(candidate.errors, failure.error));
  if (catcher === undefined) {
    throw failure;
  }
  const errorOutput = { Error: failure.error, Cause: failure.explanation ?? '' };
  try {
    return await leaveState(visit, {
      output: catcher.output,
      assign: catcher.assign,
      next: catcher.next,
      fallback: errorOutput,
      values: bindings(visit, { errorOutput }),
    });
  } catch (error) {
    throw toFailure(error, visit, entry);
  }
}

interface Leave {
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
  readonly next: string | undefined;
  /** The output where there is no template. */
  readonly fallback: JsonValue;
  readonly values: Bindings;
}

/** Output and Assign see the same values: those from before the state's own assignments. */
async function leaveState(visit: Visit, leave: Leave): Promise<Transition> {
  const { state, thread } = visit;
  const output = leave.output === undefined ? leave.fallback : await leave.output.evaluate(leave.values);
  const assigned = leave.assign === undefined ? undefined : await evaluateAssign(leave.assign, leave.values);
  const text = JSON.stringify(output);
  if (exceedsPayloadLimit(text)) {
    throw dataLimitExceeded(state.name);
  }
  thread.signal.throwIfAborted();
  thread.record(`${state.type}StateExited`, {
    stateExitedEventDetails: {
      name: state.name,
      output: text,
      outputDetails: { truncated: false },
      ...(assigned === undefined ? {} : describeAssigned(assigned)),
    },
  });
  thread.assign(assigned ?? {});
  return { output, next: leave.next };
}

async function evaluateAssign(template: Template, values: Bindings): Promise<JsonObject> {
  const assigned = await template.evaluate(values);
  if (!isJsonObject(assigned)) {
    throw unexpectedType('Assign', 'object', assigned);
  }
  if (exceedsPayloadLimit(JSON.stringify(assigned))) {
    throw new StateFailure(
      'States.DataLimitExceeded',
      'The variables of one Assign exceed the maximum size.',
    );
  }
  return assigned;
}

function describeAssigned(assigned: JsonObject): JsonObject {
  const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
}

function toFailure(error: unknown, visit: Visit, entry: Entry): StateFailure {
  if (error instanceof StateFailure) {
    return error;
  }
  const place = `An error occurred while executing the state '${visit.state.name}' (entered at the event id #${entry.entered}).`;
  if (!(error instanceof EvaluationError)) {
    return new StateFailure(
      'States.Runtime',
      `${place} ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const failure = new StateFailure('States.QueryEvaluationError', `${place} ${error.message}`);
  visit.thread.record('EvaluationFailed', {
    evaluationFailedEventDetails: {
      error: failure.error,
      cause: failure.message,
      location: error.field,
      state: visit.state.name,
    },
  });
  return failure;
}
