import type { JsonValue } from '../../../json.js';
import type { ChildExecution } from '../../nested.js';
import type { Batch } from '../batch.js';

/** Where the results of a Map run go. */
export interface ResultSink {
  /** Takes the result of an execution that has ended. */
  add(batch: Batch, child: ChildExecution): Promise<void>;
  /** Forgets the results of executions that have not succeeded: they run again. */
  redrive(): void;
  /** Takes what is left in hand, however the run ended, and returns the Map state's result. */
  finish(): Promise<JsonValue>;
}
