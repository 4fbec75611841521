import type { Workflow } from '../model/service.js';

/** The steps of a workflow as numbers in source order, and where each leads. The first is the start. */
export interface StepGraph {
  readonly successors: readonly (readonly number[])[];
  readonly predecessors: readonly (readonly number[])[];
  /** Steps after which the workflow may end. */
  readonly exits: readonly number[];
  /** Steps that name a target which is none; nobody knows where they lead. */
  readonly lost: readonly number[];
}

/** Every edge of a workflow. A kind of step that branches adds its edges here, and nowhere else. */
export function stepGraph({ steps }: Workflow): StepGraph {
  const numbers = new Map(steps.map(({ name }, index) => [name, index]));
  const successors: number[][] = steps.map(() => []);
  const predecessors: number[][] = steps.map(() => []);
  const exits: number[] = [];
  const lost: number[] = [];
  for (const [from, { next }] of steps.entries()) {
    if (next === undefined) {
      exits.push(from);
      continue;
    }
    const to = numbers.get(next);
    if (to === undefined) {
      lost.push(from);
      continue;
    }
    successors[from]?.push(to);
    predecessors[to]?.push(from);
  }
  return { successors, predecessors, exits, lost };
}

/** The steps that can be reached from some steps, these included, each with the step that it was reached from. Nearest first. */
export function reach(
  from: readonly number[],
  edges: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const origin = new Map(from.map((step) => [step, -1]));
  const queue = [...origin.keys()];
  for (const step of queue) {
    for (const next of edges[step] ?? []) {
      if (origin.has(next)) continue;
      origin.set(next, step);
      queue.push(next);
    }
  }
  return origin;
}
