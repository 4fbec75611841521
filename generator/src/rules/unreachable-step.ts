import { reach, stepGraph } from '../analyse/step-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import type { Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { stuckSteps } from './endless-loop.js';
import type { Rule } from './rule.js';

/** Steps that nothing leads to. Of several that follow each other the first one is named. */
export const unreachableStep: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name, steps }) => !doubts.workflows.has(name) && steps.length > 0)
    .flatMap(checkWorkflow);

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const graph = stepGraph(workflow);
  // Where a target is unknown, or a loop has no exit, that is the mistake.
  if (graph.lost.length > 0 || stuckSteps(graph).size > 0) return [];
  const reached = reach([0], graph.successors);
  const unreached = workflow.steps.map((_, number) => number).filter((number) => !reached.has(number));
  const entries = unreached.filter((number) => (graph.predecessors[number] ?? []).length === 0);
  const covered = new Set(reach(entries, graph.successors).keys());
  for (const number of unreached) {
    if (covered.has(number)) continue;
    // A ring of steps that only lead to each other.
    entries.push(number);
    for (const inner of reach([number], graph.successors).keys()) covered.add(inner);
  }
  return entries.map((number) => unreachable(workflow, number));
}

function unreachable({ steps }: Workflow, number: number): Diagnostic {
  const step = steps[number];
  const above = steps[number - 1];
  const leads =
    above === undefined
      ? ''
      : ` The step above it, ${quote(above.name)}, goes to ${quote(above.next ?? 'end')}.`;
  const message = `Nothing leads to step ${quote(step?.name)}.${leads} Another step should name it as "next", or it can be left out.`;
  return errorAt('unreachable-step', step?.at ?? [], message, 'key');
}
