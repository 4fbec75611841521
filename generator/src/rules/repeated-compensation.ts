import { type Diagnostic, errorAt } from '../diagnostic.js';
import type { Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { type CompensationUse, compensationUses } from './compensation-uses.js';
import type { Rule } from './rule.js';

/** Compensations that are named twice: each undoes one step, or belongs to `onError`. */
export const repeatedCompensation: Rule = ({ service }) => service.workflows.flatMap(checkWorkflow);

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const uses = new Map<string, CompensationUse>();
  return compensationUses(workflow).flatMap((use): Diagnostic[] => {
    const earlier = uses.get(use.name);
    uses.set(use.name, earlier ?? use);
    if (earlier === undefined) return [];
    return [errorAt('repeated-compensation', use.at, messageFor(use, earlier))];
  });
}

function messageFor({ name, subject, by }: CompensationUse, earlier: CompensationUse): string {
  if (by === 'step') {
    return `${subject} names ${quote(name)}, which undoes ${lowerFirst(earlier.subject)} already. Each step needs a compensation of its own.`;
  }
  return earlier.by === 'step'
    ? `${subject} lists ${quote(name)}, which undoes ${lowerFirst(earlier.subject)} and runs without that. It should list a task of its own.`
    : `${subject} lists ${quote(name)} twice. Once is enough.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
