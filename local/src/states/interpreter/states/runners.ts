import type { State, StateType } from '../../definition/machine.js';
import type { Outcome, Runner, Visit } from '../visit.js';
import { runChoice } from './choice.js';
import { runFail } from './fail.js';
import { runMap } from './map.js';
import { runParallel } from './parallel.js';
import { runPass } from './pass.js';
import { runSucceed } from './succeed.js';
import { runTask } from './task.js';
import { runWait } from './wait.js';

const runners: { readonly [T in StateType]: Runner<Extract<State, { type: T }>> } = {
  Task: runTask,
  Pass: runPass,
  Wait: runWait,
  Choice: runChoice,
  Succeed: runSucceed,
  Fail: runFail,
  Parallel: runParallel,
  Map: runMap,
};

/** What runs a state. The table is keyed by the state's own type, so that the runner fits the state. */
export function runnerOf(state: State): (visit: Visit) => Promise<Outcome> {
  return runners[state.type] as (visit: Visit) => Promise<Outcome>;
}
