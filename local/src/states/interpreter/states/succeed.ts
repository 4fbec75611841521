import type { SucceedState } from '../../definition/machine.js';
import type { Outcome, Visit } from '../visit.js';

/** A Succeed state: its scope ends with its input, or with an output of its own. */
export async function runSucceed({ state, input }: Visit<SucceedState>): Promise<Outcome> {
  return { result: input, hasResult: false, output: state.output, assign: undefined, next: undefined };
}
