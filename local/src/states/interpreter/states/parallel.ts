import type { ParallelState } from '../../definition/machine.js';
import type { JsonValue } from '../../json.js';
import { runSiblings } from '../siblings.js';
import type { Thread } from '../thread.js';
import { bindings, type Outcome, type Visit } from '../visit.js';

/** A Parallel state: its result is the outputs of its branches, in the order in which they are written. */
export async function runParallel(visit: Visit<ParallelState>): Promise<Outcome> {
  const { state, thread } = visit;
  const input = state.arguments === undefined ? visit.input : await state.arguments.evaluate(bindings(visit));
  thread.record('ParallelStateStarted');
  const results: JsonValue[] = Array.from(state.branches, () => null);
  const lines: Thread[] = [];
  try {
    await runSiblings(thread, {
      count: state.branches.length,
      run: async (line, index) => {
        const checkpoint = thread.checkpoint.child(index);
        const branch = state.branches[index];
        if (checkpoint.result === undefined && branch !== undefined) {
          lines[index] = line;
          line.track(checkpoint);
          await visit.runScope(branch, input, line);
        }
        results[index] = checkpoint.result?.output ?? null;
      },
      abandoned: (index) => recordAborted(thread, lines[index]),
    });
  } catch (error) {
    if (!thread.signal.aborted) {
      thread.record('ParallelStateFailed');
    }
    throw error;
  }
  thread.recordAside('ParallelStateSucceeded');
  return { result: results, hasResult: true, output: state.output, assign: state.assign, next: state.next };
}

function recordAborted(thread: Thread, line: Thread | undefined): void {
  if (line?.abortedEvent !== undefined) {
    thread.recordAside(line.abortedEvent);
  }
}
