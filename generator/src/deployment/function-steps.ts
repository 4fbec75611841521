import { isFunctionStep } from '../model/all-steps.js';
import type { WorkflowFlow } from '../model/flow.js';
import type { FunctionStep } from '../model/service.js';

/** The steps of a workflow that have a function, those of branches included, in source order; then its compensations. */
export function functionSteps(flow: WorkflowFlow): readonly FunctionStep[] {
  return [...flow.allSteps.filter(isFunctionStep), ...flow.compensations];
}
