import type { ChoiceState } from '../../definition/machine.js';
import { unexpectedType } from '../../expressions/evaluation-error.js';
import { RuntimeFault } from '../failure.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** A Choice state: goes to the state of the first rule that holds; its own Output and Assign are those of Default. */
export async function runChoice(visit: Visit<ChoiceState>): Promise<Outcome> {
  const { state, input } = visit;
  const values = bindings(visit);
  for (const [index, rule] of state.rules.entries()) {
    const holds = await rule.condition.evaluate(values);
    if (typeof holds !== 'boolean') {
      throw unexpectedType(`Choices[${index}]/Condition`, 'boolean', holds);
    }
    if (holds) {
      return { result: input, hasResult: false, output: rule.output, assign: rule.assign, next: rule.next };
    }
  }
  if (state.next === undefined) {
    throw new RuntimeFault(
      'Failed to transition out of the state. The state does not point to a next state.',
    );
  }
  return { result: input, hasResult: false, output: state.output, assign: state.assign, next: state.next };
}
