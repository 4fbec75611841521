import type { PassState } from '../../definition/machine.js';
import type { Outcome, Visit } from '../visit.js';

/** A Pass state: its input goes on, unless it has an output of its own. */
export async function runPass({ state, input }: Visit<PassState>): Promise<Outcome> {
  return { result: input, hasResult: false, output: state.output, assign: state.assign, next: state.next };
}
