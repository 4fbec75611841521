import { type Diagnostic, errorAt } from '../diagnostic.js';
import type { StepFlow, WorkflowFlow } from '../model/flow.js';
import type { DeclaredRead, Step } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Reads of what is not certain to have been written, and optional reads of what cannot have been. */
export const readBeforeWrite: Rule = ({ service, flow, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap(({ name, steps }) => {
      const workflowFlow = flow.get(name);
      const writers = new Map(
        [...steps].reverse().flatMap((step) => (step.output ? [[step.output.key, step] as const] : [])),
      );
      return steps.flatMap((step) =>
        (step.reads ?? []).flatMap((read) =>
          checkRead(read, { step, writer: writers.get(read.key), flow: workflowFlow }),
        ),
      );
    });

interface Reading {
  readonly step: Step;
  readonly writer: Step | undefined;
  readonly flow: WorkflowFlow | undefined;
}

function checkRead({ key, optional, at }: DeclaredRead, { step, writer, flow }: Reading): Diagnostic[] {
  const own = flow?.steps.get(step.name);
  // A writer that is never reached is a mistake of its own.
  if (own === undefined || writer === undefined || !flow?.steps.has(writer.name)) return [];
  if (own.certain.has(key) || (optional && own.possible.has(key))) return [];
  const path = describePath(own);
  if (writer === step) {
    const message = `Step ${quote(step.name)} reads its own output ${quote(key)}, which is not written yet (path: ${path}).`;
    return [errorAt('read-before-write', at, `${message} It should read what earlier steps write.`)];
  }
  const subject = `Step ${quote(step.name)} reads ${quote(key)}`;
  const message = own.possible.has(key)
    ? `${subject}, which is not written on every path (path without it: ${path}). The read should be optional: ${quote(`${key}?`)}.`
    : `${subject} before step ${quote(writer.name)} writes it (path: ${path}). It should come after that step.`;
  return [errorAt('read-before-write', at, message)];
}

/** The path with its middle left out where it is long. */
function describePath({ path }: StepFlow): string {
  const shown = path.length <= 8 ? path : [...path.slice(0, 3), '…', ...path.slice(-3)];
  return shown.join(' → ');
}
