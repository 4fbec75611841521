import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { failurePathWithout } from '../analyse/failure-paths.js';
import { shownPath } from '../analyse/missing-write.js';
import { mapsOf, type WorkflowGraph, writerOf } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { namedStepsOf, outputOf } from '../model/all-steps.js';
import type { WorkflowFlow } from '../model/flow.js';
import type { DeclaredRead, MapStep, Step, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';
import { meantKey } from './unknown-read.js';

/** Reads of compensations: of what nothing writes, or what is not certain to be there when an execution fails. */
export const compensationReads: Rule = ({ service, flow, graphs, doubts }) =>
  service.workflows
    .filter(({ name, compensations }) => compensations.length > 0 && !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const workflowFlow = flow.get(workflow.name);
      const graph = graphs.get(workflow.name);
      return workflowFlow && graph ? checkWorkflow(workflow, workflowFlow, graph) : [];
    });

/** What a read is checked against. */
interface Known {
  readonly flow: WorkflowFlow;
  readonly graph: WorkflowGraph;
  readonly steps: readonly Step[];
  readonly keys: ReadonlySet<string>;
  /** By the key that it writes: the place of a compensation in the chain. */
  readonly late: ReadonlyMap<string, number>;
}

function checkWorkflow(workflow: Workflow, flow: WorkflowFlow, graph: WorkflowGraph): Diagnostic[] {
  const { failureChain: chain } = flow;
  const steps = namedStepsOf(workflow);
  const known: Known = {
    flow,
    graph,
    steps,
    keys: new Set([inputRead, errorRead, ...steps.flatMap((step) => outputOf(step)?.key ?? [])]),
    late: new Map(chain.flatMap(({ task }, index) => (task.output ? [[task.output.key, index]] : []))),
  };
  return chain.flatMap(({ task }, index) =>
    (task.reads ?? []).flatMap((read) => checkRead(read, index, known)),
  );
}

/** `reader` is the place of the reading task in the chain. */
function checkRead(read: DeclaredRead, reader: number, known: Known): Diagnostic[] {
  const { key, at } = read;
  if (key === inputRead || key === errorRead) return [];
  const task = known.flow.steps.get(known.flow.failureChain[reader]?.task.name ?? '');
  if (task?.items.some(({ as }) => as === key)) return [];
  const subject = `Compensation ${quote(known.flow.failureChain[reader]?.task.name)} reads`;
  const map = task?.maps.find(({ as }) => as === key);
  if (map !== undefined) {
    const message = `${subject} ${quote(key)}, an item of map ${quote(map.name)}, whose list a later round of the loop replaces. What it needs should stand in the output that it undoes.`;
    return [errorAt('changed-item', at, message)];
  }
  if (!known.keys.has(key)) {
    const message = `${subject} ${quote(key)}, which no step writes.${meantKey(key, known.steps, known.keys)}`;
    return [errorAt('unknown-read', at, message)];
  }
  const writer = known.late.get(key);
  const reason =
    writer === undefined
      ? missingWrite(read, reader, known)
      : lateWrite(read, { reader, writer }, known.flow);
  return reason === undefined ? [] : [errorAt('read-before-write', at, `${subject} ${reason}`)];
}

/** What is wrong with a read of what a compensation writes. */
function lateWrite(
  { key, optional }: DeclaredRead,
  { reader, writer }: { readonly reader: number; readonly writer: number },
  { failureChain: chain, steps }: WorkflowFlow,
): string | undefined {
  const mapsOfTask = (index: number) => steps.get(chain[index]?.task.name ?? '')?.maps ?? [];
  if (writer === reader) {
    return `its own output ${quote(key)}, which is not written yet. It should read what was written before it.`;
  }
  if (writer > reader) {
    const order = shownPath(chain.map(({ task }) => task.name));
    return `${quote(key)} before compensation ${quote(chain[writer]?.task.name)} writes it (order: ${order}). It should read what was written before it.`;
  }
  const map = mapsOfTask(writer).find((around) => !mapsOfTask(reader).includes(around));
  if (map !== undefined) return hiddenIn(map, key);
  if (optional) return undefined;
  return `${quote(key)}, but compensation ${quote(chain[writer]?.task.name)} may have had nothing to undo, or failed. The read should be optional: ${quote(`${key}?`)}.`;
}

/** Why the output of a step is not certain to be there, with a path to a failure on which it is not. */
function missingWrite(
  { key, optional }: DeclaredRead,
  reader: number,
  { flow, graph }: Known,
): string | undefined {
  const own = flow.failureChain[reader];
  const task = own && flow.steps.get(own.task.name);
  if (own === undefined || task?.certain.has(key)) return undefined;
  const writer = writerOf(graph, key);
  // A writer that is never reached, or a compensation that never runs, is a mistake of its own.
  if (writer === undefined || !graph.reached.has(writer)) return undefined;
  const map = mapsOf(graph, writer).find((around) => !task?.maps.includes(around));
  if (map !== undefined) return hiddenIn(map, key);
  if (optional) return undefined;
  const path = shownPath(failurePathWithout(graph, own, writer));
  return `${quote(key)}, which is not there after every failure (path without it: ${path}). The read should be optional: ${quote(`${key}?`)}.`;
}

function hiddenIn(map: MapStep, key: string): string {
  return `${quote(key)}, which is written once for each ${map.as} of map ${quote(map.name)}, and which only what undoes steps of that map sees.`;
}
