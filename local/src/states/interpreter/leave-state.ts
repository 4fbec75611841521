import { unexpectedType } from '../expressions/evaluation-error.js';
import type { Bindings, Template } from '../expressions/template.js';
import { exceedsPayloadLimit, isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { dataLimitExceeded, StateFailure } from './failure.js';
import type { Transition, Visit } from './visit.js';

/** How a state is left: on success, or through a catcher. */
export interface Leave {
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
  readonly next: string | undefined;
  /** The output where there is no template. */
  readonly fallback: JsonValue;
  readonly values: Bindings;
}

/** Leaves a state. Output and Assign see the same values: those from before the state's own assignments. */
export async function leaveState(visit: Visit, leave: Leave): Promise<Transition> {
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
  thread.leave();
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
