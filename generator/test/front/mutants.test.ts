import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import type { WorkflowFlow } from '../../src/model/flow.js';
import { explore, laterSteps, type ModelStep, stepsOf, writtenIn } from './flow-model.js';
import { verdictOf } from './model-verdict.js';
import { mutations } from './mutate-flow.js';
import { Random, randomFlow, textOf } from './random-flow.js';

/** What the compiler says of a workflow beside what its executions show. */
function compare(root: readonly ModelStep[]): boolean {
  const text = textOf(root);
  const expected = verdictOf(root);
  const { diagnostics, flow } = checkSource({ path: 'workflow.yaml', text });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 !== (expected !== undefined)) expect({ text, errors }).toEqual({ text, expected });
  for (const { code, message } of errors) if (code === 'read-before-write') expectPath(message, root);
  const found = flow?.get('Order');
  if (found !== undefined) expect({ text, ...summaryOf(found) }).toEqual({ text, ...modelOf(root) });
  return found !== undefined;
}

/** The path that a message shows is one that an execution can take. */
function expectPath(message: string, root: readonly ModelStep[]): void {
  const [, shown = ''] = /\(path[^:]*: ([^)]*)\)/.exec(message) ?? [];
  const path = shown.split(' → ');
  // What only an iteration sees is not a matter of paths.
  if (path.includes('…') || shown === '') return;
  const { edges } = explore(root);
  expect({ message, start: path[0] }).toEqual({ message, start: root[0]?.name });
  for (const [place, to] of path.slice(1).entries()) {
    const from = path[place] ?? '';
    // Behind a step stand the joins of the branches that it ends, or its own.
    const behind = new Set([from, `${from}^`]);
    for (const name of behind) {
      for (const next of edges.get(name) ?? []) if (next.endsWith('^')) behind.add(next);
    }
    const follows = [...behind].some((name) => edges.get(name)?.has(to));
    expect({ message, from, to, follows }).toEqual({ message, from, to, follows: true });
  }
}

function summaryOf({ steps, certainOutputs }: WorkflowFlow) {
  const entries = [...steps].map(([name, { certain, possible, onLoop, error, failingSteps }]) => {
    return [
      name,
      {
        certain: [...certain].sort(),
        possible: [...possible].sort(),
        onLoop,
        error,
        failingSteps: [...failingSteps].sort(),
      },
    ];
  });
  return { steps: Object.fromEntries(entries), certainOutputs: [...certainOutputs].sort() };
}

function modelOf(root: readonly ModelStep[]): ReturnType<typeof summaryOf> {
  const { visits, ends, edges, keys } = explore(root);
  const entries = stepsOf(root).map(({ name }) => {
    const configs = [...(visits.get(name)?.values() ?? [])];
    const { certain, possible } = writtenIn(configs, keys);
    const failing = [...new Set(configs.map(({ error }) => error))].filter(Boolean).sort();
    const error =
      failing.length === 0
        ? 'never'
        : configs.every((config) => config.error !== '')
          ? 'certain'
          : 'possible';
    return [
      name,
      {
        certain: certain.sort(),
        possible: possible.sort(),
        onLoop: laterSteps(name, edges).has(name),
        error,
        failingSteps: error === 'certain' ? failing : [],
      },
    ];
  });
  return { steps: Object.fromEntries(entries), certainOutputs: writtenIn(ends, keys).certain.sort() };
}

describe('the analysis agrees with every execution', () => {
  it('of random workflows and their mutants', () => {
    const counts = { valid: 0, mutants: 0, refused: 0 };
    for (let seed = 0; counts.mutants < 2_400; seed += 1) {
      const random = new Random(seed);
      const root = randomFlow(random);
      if (root.length === 0 || !compare(root)) continue;
      counts.valid += 1;
      for (const mutate of Object.values(mutations)) {
        const mutant = mutate(structuredClone(root), random);
        if (mutant === undefined) continue;
        counts.mutants += 1;
        if (!compare(mutant)) counts.refused += 1;
      }
    }
    // Neither verdict is rare, so that both are tested.
    expect(counts.valid).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(800);
    expect(counts.mutants - counts.refused).toBeGreaterThan(500);
  }, 120_000);
});
