import type { Scope } from '../definition/machine.js';
import type { JsonValue } from '../json.js';
import { StateFailure } from './failure.js';
import { runState } from './run-state.js';
import type { Thread } from './thread.js';

/** Runs a scope to its end, from its first state or from where its line has stood, and returns the last state's output. */
export async function runScope(scope: Scope, input: JsonValue, thread: Thread): Promise<JsonValue> {
  const { checkpoint } = thread;
  let resumed = checkpoint.position;
  thread.assign(resumed?.variables ?? {});
  let value = resumed === undefined ? input : resumed.input;
  let name: string | undefined = resumed?.state ?? scope.startAt;
  while (name !== undefined) {
    if (resumed === undefined) {
      checkpoint.moveTo({ state: name, input: value, variables: thread.variables });
    }
    const state = scope.states.get(name);
    if (state === undefined) {
      throw new StateFailure('States.Runtime', `There is no state "${name}".`);
    }
    const transition = await runState({
      state,
      input: value,
      thread,
      runScope,
      resumed: resumed !== undefined,
    });
    resumed = undefined;
    value = transition.output;
    name = transition.next;
  }
  checkpoint.finish(value);
  return value;
}
