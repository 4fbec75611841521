import { reach, type StepGraph, stepGraph } from '../analyse/step-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import type { Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Steps from which no path leads to an end. */
export const endlessLoop: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name, steps }) => !doubts.workflows.has(name) && steps.length > 0)
    .flatMap(checkWorkflow);

/** The steps that can be reached but lead nowhere. An unknown target may lead anywhere. */
export function stuckSteps({ successors, predecessors, exits, lost }: StepGraph): ReadonlySet<number> {
  const leave = reach([...exits, ...lost], predecessors);
  return new Set([...reach([0], successors).keys()].filter((number) => !leave.has(number)));
}

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const { steps } = workflow;
  const graph = stepGraph(workflow);
  const stuck = [...stuckSteps(graph)].sort((left, right) => left - right);
  const back =
    stuck.find((number) => (graph.successors[number] ?? []).some((next) => next <= number)) ?? stuck[0];
  const step = back === undefined ? undefined : steps[back];
  if (step === undefined) return [];
  const target = steps.findIndex(({ name }) => name === step.next);
  const around = steps.slice(target, (back ?? 0) + 1).map(({ name }) => name);
  const shown = around.length <= 8 ? around : [...around.slice(0, 3), '…', ...around.slice(-3)];
  const loop = [...shown, step.next].join(' → ');
  const message = `Step ${quote(step.name)} goes back to ${quote(step.next)}, and no path leads out (${loop}). One step of the loop should go on to another or to "end".`;
  return [errorAt('endless-loop', [...step.at, 'next'], message)];
}
