import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { failurePathWithout } from '../analyse/failure-paths.js';
import { shownPath } from '../analyse/missing-write.js';
import { type WorkflowGraph, writerOf } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { namedStepsOf, outputOf } from '../model/all-steps.js';
import type { FailureTask, WorkflowFlow } from '../model/flow.js';
import type { DeclaredRead, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';
import { meantKey } from './unknown-read.js';

/** Reads of compensations: of what nothing writes, or what is not certain to be there when an execution fails. */
export const compensationReads: Rule = ({ service, flow, graphs, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const known = { workflow, flow: flow.get(workflow.name), graph: graphs.get(workflow.name) };
      const { failureChain = [] } = known.flow ?? {};
      return failureChain.flatMap(({ task }, index) =>
        (task.reads ?? []).flatMap((read) => checkRead(read, { chain: failureChain, index }, known)),
      );
    });

interface Known {
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow | undefined;
  readonly graph: WorkflowGraph | undefined;
}

/** The task that reads, by its place in the chain. */
interface Reader {
  readonly chain: readonly FailureTask[];
  readonly index: number;
}

function checkRead(read: DeclaredRead, reader: Reader, known: Known): Diagnostic[] {
  const { key, at } = read;
  const own = reader.chain[reader.index];
  if (own === undefined || key === inputRead || key === errorRead) return [];
  const steps = namedStepsOf(known.workflow);
  const keys = new Set([inputRead, errorRead, ...steps.flatMap((step) => outputOf(step)?.key ?? [])]);
  const subject = `Compensation ${quote(own.task.name)} reads`;
  if (!keys.has(key)) {
    const message = `${subject} ${quote(key)}, which no step writes.${meantKey(key, steps, keys)}`;
    return [errorAt('unknown-read', at, message)];
  }
  const reason = known.workflow.compensations.some((task) => outputOf(task)?.key === key)
    ? lateWrite(read, reader)
    : missingWrite(read, own, known);
  return reason === undefined ? [] : [errorAt('read-before-write', at, `${subject} ${reason}`)];
}

/** What is wrong with a read of what a compensation writes. */
function lateWrite({ key, optional }: DeclaredRead, { chain, index }: Reader): string | undefined {
  const writer = chain.findIndex(({ task }) => outputOf(task)?.key === key);
  // One that never runs is a mistake of its own.
  if (writer === -1) return undefined;
  if (writer === index) {
    return `its own output ${quote(key)}, which is not written yet. It should read what was written before it.`;
  }
  if (writer > index) {
    const order = shownPath(chain.map(({ task }) => task.name));
    return `${quote(key)} before compensation ${quote(chain[writer]?.task.name)} writes it (order: ${order}). It should read what was written before it.`;
  }
  if (optional) return undefined;
  return `${quote(key)}, but compensation ${quote(chain[writer]?.task.name)} may have had nothing to undo, or failed. The read should be optional: ${quote(`${key}?`)}.`;
}

/** Why the output of a step is not certain to be there, with a path to a failure on which it is not. */
function missingWrite(
  { key, optional }: DeclaredRead,
  own: FailureTask,
  { flow, graph }: Known,
): string | undefined {
  const writer = graph && writerOf(graph, key);
  // A writer that is never reached is a mistake of its own.
  if (graph === undefined || writer === undefined || !graph.reached.has(writer)) return undefined;
  if (optional || flow?.steps.get(own.task.name)?.certain.has(key)) return undefined;
  const path = shownPath(failurePathWithout(graph, own, writer));
  return `${quote(key)}, which is not there after every failure (path without it: ${path}). The read should be optional: ${quote(`${key}?`)}.`;
}
