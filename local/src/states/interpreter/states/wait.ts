import type { WaitState } from '../../definition/machine.js';
import { EvaluationError } from '../../expressions/evaluation-error.js';
import { evaluateInteger, evaluateText } from '../../expressions/typed.js';
import { parseTimestamp } from '../../timestamp.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** A Wait state: its input goes on after so many seconds, or at a time. */
export async function runWait(visit: Visit<WaitState>): Promise<Outcome> {
  const { state, input, thread } = visit;
  const ms = await delayOf(visit);
  if (ms > 0) {
    await thread.run.engine.clock.sleep(ms, thread.signal);
  }
  return { result: input, hasResult: false, output: state.output, assign: state.assign, next: state.next };
}

async function delayOf(visit: Visit<WaitState>): Promise<number> {
  const { kind, value } = visit.state.until;
  if (kind === 'seconds') {
    return 1000 * (await evaluateInteger(value, 'Seconds', bindings(visit), { min: 0, max: 99_999_999 }));
  }
  const text = await evaluateText(value, 'Timestamp', bindings(visit));
  const time = parseTimestamp(text);
  if (time === undefined) {
    throw new EvaluationError(
      'Timestamp',
      `The field 'Timestamp' must be an RFC 3339 timestamp, not '${text}'.`,
    );
  }
  return time - visit.thread.run.engine.clock.now();
}
