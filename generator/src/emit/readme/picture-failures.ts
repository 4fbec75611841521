import type { WorkflowFlow } from '../../model/flow.js';
import { failureEdge } from './mermaid.js';

/** What runs when an execution fails: a dashed edge from each step to what undoes it, and the tasks of `onError` one after the other. */
export function drawFailures(
  { compensations, failureChain }: WorkflowFlow,
  idOf: (step: string) => string,
): { readonly nodes: readonly string[]; readonly edges: readonly string[] } {
  const ids = new Map(compensations.map(({ name }, index) => [name, `u${index}`]));
  const taskId = (name: string): string => ids.get(name) ?? 'nowhere';
  const undone = failureChain.flatMap(({ task, undoes }) =>
    undoes === undefined ? [] : [failureEdge(idOf(undoes.step), taskId(task.name), 'undone by')],
  );
  const listed = failureChain.filter(({ undoes }) => undoes === undefined).map(({ task }) => task.name);
  const fromFailure = listed.map((name, index) => {
    const before = listed[index - 1];
    return before === undefined
      ? failureEdge('failed', taskId(name), 'on error')
      : `${taskId(before)} -.-> ${taskId(name)}`;
  });
  return {
    nodes: [
      ...compensations.map(({ name }) => `${taskId(name)}("${name}")`),
      ...(listed.length === 0 ? [] : ['failed((" "))']),
    ],
    edges: [...undone, ...fromFailure],
  };
}
