import { allStepsOf, compensateOf } from '../model/all-steps.js';
import type { Reference, Workflow } from '../model/service.js';
import { quote } from '../quote.js';

/** A place that names a compensation. */
export interface CompensationUse extends Reference {
  /** As a message begins: `Step "charge"`, `"onError"`. */
  readonly subject: string;
  readonly by: 'step' | 'onError';
}

/** Every place of a workflow that names a compensation: the steps first, then `onError`. */
export function compensationUses(workflow: Workflow): readonly CompensationUse[] {
  const steps = allStepsOf(workflow).flatMap((step): CompensationUse[] => {
    const compensate = compensateOf(step);
    return compensate === undefined
      ? []
      : [{ ...compensate, subject: `Step ${quote(step.name)}`, by: 'step' }];
  });
  const listed = workflow.onError.map((use) => ({ ...use, subject: '"onError"', by: 'onError' as const }));
  return [...steps, ...listed];
}
