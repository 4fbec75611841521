import { errorRead, inputRead } from '@sfs3/runtime/contract';
import { isWrittenBeside, missingError, missingWrite } from '../analyse/missing-write.js';
import { mapsOf, type WorkflowGraph } from '../analyse/workflow-graph.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { isFunctionStep } from '../model/all-steps.js';
import type { DeclaredRead } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Reads of what is not certain to have been written, and optional reads of what cannot have been. */
export const readBeforeWrite: Rule = ({ graphs, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([, graph]) =>
      graph.steps.flatMap((step, number) =>
        isFunctionStep(step) ? (step.reads ?? []).flatMap((read) => checkRead(read, number, graph)) : [],
      ),
    );

function checkRead(
  { key, optional, implied, at }: DeclaredRead,
  step: number,
  graph: WorkflowGraph,
): Diagnostic[] {
  if (key === inputRead || mapsOf(graph, step).some(({ as }) => as === key)) return [];
  const use = {
    subject: `Step ${quote(graph.steps[step]?.name)} reads`,
    key,
    step,
    instead: implied
      ? `"reads" should declare it as optional: ${quote(`${key}?`)}.`
      : `The read should be optional: ${quote(`${key}?`)}.`,
  };
  const message = isThere(graph, step, { key, optional }) ? undefined : missing(graph, use);
  return message === undefined ? [] : [errorAt('read-before-write', at, message)];
}

function isThere(
  graph: WorkflowGraph,
  step: number,
  { key, optional }: Pick<DeclaredRead, 'key' | 'optional'>,
): boolean {
  const caught = graph.errors.get(step);
  if (key === errorRead) return caught !== undefined && (optional ? caught.from.size > 0 : caught.certain);
  const before = graph.keys.get(step);
  const there = (optional ? before?.possible : before?.certain)?.has(key) ?? false;
  return there && !isWrittenBeside(graph, key, step);
}

function missing(graph: WorkflowGraph, use: Parameters<typeof missingWrite>[1]): string | undefined {
  return use.key === errorRead ? missingError(graph, use) : missingWrite(graph, use);
}
