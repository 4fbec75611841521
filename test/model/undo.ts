import type { Execution } from './execution.js';
import { asFailure, type Caught, type Failure } from './failure.js';
import type { Frame } from './frame.js';
import { retried } from './retried.js';
import { outputKey, type PlacedStep } from './spec.js';
import { undoOrder } from './undone-order.js';
import { work } from './work.js';

/** Undoes what was done, in one of the orders that are right. A compensation that fails keeps no other from running. */
export async function undo(execution: Execution, error: Caught): Promise<void> {
  const { workflow } = execution.case;
  const undone = [...execution.places.values()].filter(({ step }) => step.compensate !== undefined);
  for (const task of undoOrder(workflow)) {
    const place = undone.find(({ step }) => step.compensate === task.name);
    const frames = execution.root
      .framesOf(place?.maps ?? [])
      .filter(({ stored }) => place === undefined || stored.has(outputKey(place.name, place.step) ?? ''))
      .reverse();
    await undoEach(execution, task, { frames, error }).catch(asFailure);
  }
}

/** Of a step in a map all iterations are undone that can be; what failed first says whether the others are tried again. */
async function undoEach(
  execution: Execution,
  task: PlacedStep,
  { frames, error }: { readonly frames: readonly Frame[]; readonly error: Caught },
): Promise<void> {
  const visits = new Map(frames.map((frame) => [frame, execution.visit(task.name, frame)]));
  await retried(task.step, async (attempt) => {
    const failures: Failure[] = [];
    for (const [frame, visit] of [...visits]) {
      try {
        await work(execution, task, { seen: {}, error, frame }, { visit, attempt });
        visits.delete(frame);
      } catch (problem) {
        failures.push(asFailure(problem));
      }
    }
    if (failures[0] !== undefined) throw failures[0];
  });
}
