import { retryTable } from '../../src/errors.js';
import type { StepHandler } from '../../src/step/step-flow.js';

const retried = new Set(retryTable.flatMap((rule) => rule.errors));
const maxAttempts = 7;

/**
 * Runs a step as a state machine with the default Retry does, without its pauses.
 *
 * @returns how many attempts it took.
 */
export async function runWithRetry(handler: StepHandler, event: object): Promise<number> {
  for (let retry = 0; ; retry += 1) {
    try {
      await handler({ ...event, retry });
      return retry + 1;
    } catch (error) {
      if (!(error instanceof Error) || !retried.has(error.name) || retry + 1 === maxAttempts) throw error;
    }
  }
}
