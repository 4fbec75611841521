import type { Catcher } from '../definition/machine.js';
import { EvaluationError } from '../expressions/evaluation-error.js';
import { exceedsPayloadLimit } from '../json.js';
import type { Entry } from './checkpoint.js';
import { dataLimitExceeded, matchesError, StateFailure } from './failure.js';
import { leaveState } from './leave-state.js';
import { RetryCounters } from './retry.js';
import { runnerOf } from './states/runners.js';
import { type Arrival, bindings, contextObject, type Transition, type Visit } from './visit.js';

/** Enters a state, runs it as often as its retriers allow, and leaves it through its output or a catcher. */
export async function runState(arrival: Arrival): Promise<Transition> {
  const { state, thread } = arrival;
  thread.signal.throwIfAborted();
  // A redriven task is scheduled again, and not entered again.
  const entered = arrival.resumed && 'retry' in state ? thread.checkpoint.entry : undefined;
  const entry = entered ?? enterState(arrival);
  thread.enter(state.type);
  return await attemptUntilDone(arrival, entry);
}

function enterState({ state, input, thread }: Arrival): Entry {
  const text = JSON.stringify(input);
  if (exceedsPayloadLimit(text)) {
    throw dataLimitExceeded(state.name);
  }
  const time = new Date(thread.run.engine.clock.now()).toISOString();
  const eventId = thread.record(`${state.type}StateEntered`, {
    stateEnteredEventDetails: {
      name: state.name,
      input: text,
      inputDetails: { truncated: false },
    },
  });
  thread.checkpoint.enter({ time, eventId });
  return { time, eventId };
}

async function attemptUntilDone(arrival: Arrival, entry: Entry): Promise<Transition> {
  const { state, thread } = arrival;
  const { clock, random, tokens } = thread.run.engine;
  const canFail = 'retry' in state;
  const attempts = new RetryCounters(canFail ? state.retry : []);
  for (;;) {
    const token = state.type === 'Task' && state.resource.pattern === 'callback' ? tokens.issue() : undefined;
    const stateContext = {
      Name: state.name,
      EnteredTime: entry.time,
      ...(canFail ? { RetryCount: attempts.total } : {}),
    };
    const visit: Visit = { ...arrival, context: contextObject(thread, stateContext, token), token };
    try {
      return await attempt(visit);
    } catch (error) {
      thread.signal.throwIfAborted();
      const failure = toFailure(error, visit, entry);
      const delay = attempts.nextDelay(failure.error, random);
      if (delay === undefined) {
        return await catchFailure(visit, failure, entry);
      }
      thread.checkpoint.restart();
      await clock.sleep(delay, thread.signal);
    }
  }
}

async function attempt(visit: Visit): Promise<Transition> {
  const outcome = await runnerOf(visit.state)(visit);
  visit.thread.signal.throwIfAborted();
  const values = bindings(visit, outcome.hasResult ? { result: outcome.result } : {});
  return await leaveState(visit, { ...outcome, fallback: outcome.result, values });
}

async function catchFailure(visit: Visit, failure: StateFailure, entry: Entry): Promise<Transition> {
  const catchers: readonly Catcher[] = 'catch' in visit.state ? visit.state.catch : [];
  const catcher = catchers.find((candidate) => matchesError(candidate.errors, failure.error));
  if (catcher === undefined) {
    throw failure;
  }
  const errorOutput = { Error: failure.error, Cause: failure.explanation ?? '' };
  const values = bindings(visit, { errorOutput });
  try {
    return await leaveState(visit, { ...catcher, fallback: errorOutput, values });
  } catch (error) {
    visit.thread.signal.throwIfAborted();
    throw toFailure(error, visit, entry);
  }
}

/** What was thrown, under the error name that Retry and Catch match; an expression's failure is also an event. */
function toFailure(error: unknown, { state, thread }: Visit, entry: Entry): StateFailure {
  if (error instanceof StateFailure) {
    return error;
  }
  const place = `An error occurred while executing the state '${state.name}' (entered at the event id #${entry.eventId}).`;
  const cause = `${place} ${error instanceof Error ? error.message : String(error)}`;
  if (!(error instanceof EvaluationError)) {
    return new StateFailure('States.Runtime', cause);
  }
  const failure = new StateFailure('States.QueryEvaluationError', cause);
  thread.record('EvaluationFailed', {
    evaluationFailedEventDetails: { error: failure.error, cause, location: error.field, state: state.name },
  });
  return failure;
}
