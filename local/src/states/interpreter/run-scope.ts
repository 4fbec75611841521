import type { Scope } from '../definition/machine.js';
import type { JsonValue } from '../json.js';
import { StateFailure } from './failure.js';
import { runState } from './run-state.js';
import type { Thread } from './thread.js';

/** Runs a scope from its first state to its end and returns the last state's output. */
export async function runScope(scope: Scope, input: JsonValue, thread: Thread): Promise<JsonValue> {
  let value = input;
  let name: string | undefined = scope.startAt;
  while (name !== undefined) {
    const state = scope.states.get(name);
    if (state === undefined) {
      throw new StateFailure('States.Runtime', `There is no state "${name}".`);
    }
    const transition = await runState({ state, input: value, thread, runScope });
    value = transition.output;
    name = transition.next;
  }
  return value;
}
