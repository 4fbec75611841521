import type { Signal, WorkflowFlow } from '../model/flow.js';
import type { WorkflowGraph } from './workflow-graph.js';

/**
 * Who hands scalars of the input over: the first step, where its function has answered before any expression is evaluated. A callback is
 * answered by somebody else, and what a step catches comes before its answer.
 */
export function inputReading(
  { steps: [first] }: WorkflowGraph,
  inputSignals: readonly Signal[],
): Pick<WorkflowFlow, 'inputSignals' | 'inputReader' | 'separateInputReader'> {
  if (inputSignals.length === 0) return { inputSignals, inputReader: undefined, separateInputReader: false };
  const can = (first?.kind === 'task' || first?.kind === 'downstream') && first.catches.length === 0;
  return { inputSignals, inputReader: can ? first.name : undefined, separateInputReader: !can };
}
