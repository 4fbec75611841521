import type { WorkflowFlow } from '../model/flow.js';
import type { FunctionStep, Step, StepKind } from '../model/service.js';

const hasFunction: Record<StepKind, boolean> = {
  task: true,
  downstream: true,
  callback: true,
  choice: false,
  parallel: false,
  wait: false,
  succeed: false,
  fail: false,
};

/** Whether a Lambda function does the step's work. */
export function isFunctionStep(step: Step): step is FunctionStep {
  return hasFunction[step.kind];
}

/** The steps of a workflow that have a function, those of branches included, in source order. */
export function functionSteps(flow: WorkflowFlow): readonly FunctionStep[] {
  return flow.allSteps.filter(isFunctionStep);
}
