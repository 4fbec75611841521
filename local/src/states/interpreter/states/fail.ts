import type { FailState } from '../../definition/machine.js';
import { evaluateText } from '../../expressions/typed.js';
import { StateFailure } from '../failure.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** A Fail state: its scope fails with the error and cause that it gives. */
export async function runFail(visit: Visit<FailState>): Promise<Outcome> {
  const { error, cause } = visit.state;
  const values = bindings(visit);
  throw new StateFailure(
    error === undefined ? '' : await evaluateText(error, 'Error', values),
    cause === undefined ? undefined : await evaluateText(cause, 'Cause', values),
  );
}
