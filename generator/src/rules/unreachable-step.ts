import type { Edge } from '../analyse/step-graph.js';
import { waysOf } from '../analyse/ways.js';
import type { WorkflowGraph } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { allScopesOf } from '../model/all-steps.js';
import type { Step, Workflow } from '../model/service.js';
import { listOf, quote } from '../quote.js';
import { stuckNodes } from './endless-loop.js';
import type { Rule } from './rule.js';

/** Steps that nothing leads to. Of several that follow each other the first one is named. */
export const unreachableStep: Rule = ({ service, graphs, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const graph = graphs.get(workflow.name);
      return graph === undefined ? [] : checkWorkflow(workflow, graph);
    });

function checkWorkflow(workflow: Workflow, graph: WorkflowGraph): Diagnostic[] {
  // Where a target is unknown, or a loop has no exit, that is the mistake.
  if (graph.lost.length > 0 || stuckNodes(graph).size > 0) return [];
  const unreached = [...graph.edges.keys()].filter((node) => !graph.reached.has(node));
  const led = new Set(unreached.flatMap((node) => (graph.edges[node] ?? []).map(({ to }) => to)));
  const entries = unreached.filter((node) => !led.has(node));
  const covered = new Set<number>();
  const cover = (entry: number): void => {
    const followed = new Set([entry]);
    for (const node of followed) for (const { to } of graph.edges[node] ?? []) followed.add(to);
    for (const node of followed) covered.add(node);
  };
  for (const entry of entries) cover(entry);
  for (const node of unreached) {
    if (covered.has(node)) continue;
    // A ring of steps that only lead to each other.
    entries.push(node);
    cover(node);
  }
  return entries.flatMap((node) => unreachable(workflow, graph, node));
}

function unreachable(workflow: Workflow, graph: WorkflowGraph, node: number): Diagnostic[] {
  const blocked = graph.joins.get(node);
  if (blocked !== undefined) return neverJoined(graph, node);
  const step = graph.steps[node];
  if (step === undefined) return [];
  const message = `Nothing leads to step ${quote(step.name)}.${aboveOf(workflow, step)} Another step should name it as "next", or it can be left out.`;
  return [errorAt('unreachable-step', step.at, message, 'key')];
}

/** What follows branches of which one always fails. */
function neverJoined(graph: WorkflowGraph, node: number): Diagnostic[] {
  const { edge, next } = stepBehind(graph, node) ?? {};
  const fork = graph.steps[graph.joins.get(edge?.from ?? -1)?.step ?? -1];
  if (fork?.kind !== 'parallel' || edge === undefined || next === undefined) return [];
  const ended = graph.edges
    .flat()
    .filter(({ kind, from, to }) => kind === 'join' && to === edge.from && graph.reached.has(from));
  const failing = fork.branches.filter((_, number) => !ended.some(({ branch }) => branch === number));
  const names = failing.map(({ name }) => name);
  const always =
    names.length === 1
      ? `branch ${listOf(names)} always fails`
      : `branches ${listOf(names, 'and')} always fail`;
  const message = `Step ${quote(next.name)} is never reached: of step ${quote(fork.name)} before it, the ${always}. A branch should have a way to its end, or the step can be left out.`;
  return [errorAt('unreachable-step', next.at, message, 'key')];
}

/** The first step that cannot be reached behind a join, or behind the joins around it, and the edge that leads there. */
function stepBehind(
  graph: WorkflowGraph,
  join: number,
): { readonly edge: Edge; readonly next: Step } | undefined {
  const joins = new Set([join]);
  for (const node of joins) {
    for (const edge of graph.edges[node] ?? []) {
      const next = graph.steps[edge.to];
      if (next !== undefined && !graph.reached.has(edge.to)) return { edge, next };
      if (graph.joins.has(edge.to) && !graph.reached.has(edge.to)) joins.add(edge.to);
    }
  }
  return undefined;
}

function aboveOf(workflow: Workflow, step: Step): string {
  const scope = allScopesOf(workflow).find(({ steps }) => steps.includes(step));
  const above = scope?.steps[scope.steps.indexOf(step) - 1];
  if (above === undefined) return '';
  const targets = [...new Set(waysOf(above).map(({ target }) => target ?? 'end'))];
  const subject = ` The step above it, ${quote(above.name)},`;
  if (above.kind === 'succeed') return `${subject} ends the execution.`;
  return above.kind === 'fail' ? `${subject} always fails.` : `${subject} goes to ${listOf(targets)}.`;
}
