import { type ModelStep, scopesIn, stepsOf } from './flow-model.js';
import type { Random } from './random-flow.js';

/** A workflow with one thing changed; `undefined` where the change finds nothing to take hold of. */
export type Mutation = (root: ModelStep[], random: Random) => ModelStep[] | undefined;

/** Ways to spoil a workflow, or not. Two steps of one scope cannot get the same name, since it is a key of their map. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'drop a write': (root, random) =>
    change(
      root,
      random,
      ({ output }) => output !== undefined,
      (step) => {
        delete step.output;
      },
    ),
  'rename a key': (root, random) =>
    change(
      root,
      random,
      ({ output }) => output !== undefined,
      (step) => {
        step.output = random.chance(50) ? `${step.name}-new` : random.pick(outputsOf(root));
      },
    ),
  'rename a read': (root, random) =>
    change(
      root,
      random,
      ({ reads }) => (reads?.length ?? 0) > 0,
      (step) => {
        const reads = step.reads ?? [];
        const mark = random.chance(30) ? '?' : '';
        const items = stepsOf(root).flatMap(({ as }) => as ?? []);
        const read = `${random.pick([...outputsOf(root), ...items, 'error'])}${mark}`;
        step.reads = [
          ...new Map([...reads.slice(1), read].map((key) => [key.replace('?', ''), key])).values(),
        ];
      },
    ),
  'demand an optional read': (root, random) =>
    change(
      root,
      random,
      ({ reads }) => reads?.some((read) => read.endsWith('?')) ?? false,
      (step) => {
        step.reads = (step.reads ?? []).map((read) => read.replace('?', ''));
      },
    ),
  'swap ways': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'choice',
      (step) => {
        const [first] = step.rules ?? [];
        if (first === undefined) return;
        [first.next, step.otherwise] = [step.otherwise ?? 'end', first.next];
      },
    ),
  'swap steps': (root, random) => {
    const scope = random.pick(scopesOf(root).filter(({ length }) => length > 1));
    if (scope === undefined) return undefined;
    const [left, right] = [random.below(scope.length), random.below(scope.length)];
    [scope[left], scope[right]] = [scope[right] as ModelStep, scope[left] as ModelStep];
    return root;
  },
  'swap branches': (root, random) => {
    const scopes = scopesOf(root).filter((scope) => scope !== root);
    if (scopes.length < 2) return undefined;
    const [left, right] = [random.pick(scopes), random.pick(scopes)];
    if (left === right || stepsOf(left).some((step) => stepsOf(right).includes(step))) return undefined;
    const taken = right.splice(0, 1, ...left.splice(0, 1));
    left.unshift(...taken);
    return root;
  },
  'move a step': (root, random) => {
    const from = random.pick(scopesOf(root).filter(({ length }) => length > 1));
    const [step] = from?.splice(random.below(from.length), 1) ?? [];
    if (step === undefined) return undefined;
    const to = random.pick(scopesOf(root));
    to.splice(random.below(to.length + 1), 0, step);
    return root;
  },
  'cut an edge': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind !== 'succeed' && kind !== 'fail',
      (step) => {
        if ((step.catches?.length ?? 0) > 0 && random.chance(50)) step.catches = [];
        else if (step.kind === 'choice') step.otherwise = 'end';
        else step.next = 'end';
      },
    ),
  'make a cycle': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind !== 'succeed' && kind !== 'fail',
      (step) => {
        const scope = scopesOf(root).find((steps) => steps.includes(step)) ?? root;
        const back = random.pick(scope.slice(0, scope.indexOf(step) + 1)).name;
        if (step.kind === 'choice') step.rules = [...(step.rules ?? []), { next: back }];
        else if (step.kind !== 'wait' && random.chance(40)) step.catches = ['', back].slice(1);
        else step.next = back;
      },
    ),
  'catch twice': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'task' || kind === 'parallel' || kind === 'map',
      (step) => {
        const scope = scopesOf(root).find((steps) => steps.includes(step)) ?? root;
        step.catches = [...(step.catches ?? []), random.pick(scope).name];
      },
    ),
  'name a step elsewhere': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'task',
      (step) => {
        step.next = random.pick(stepsOf(root)).name;
      },
    ),
  'end within': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'wait' || kind === 'task',
      (step) => {
        const { name } = step;
        for (const key of Object.keys(step)) delete (step as unknown as Record<string, unknown>)[key];
        Object.assign(step, { name, kind: random.chance(50) ? 'succeed' : 'fail' });
      },
    ),
  'go over something else': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'map',
      (step) => {
        const items = stepsOf(root).flatMap(({ as }) => as ?? []);
        step.over = random.pick([...outputsOf(root), ...items, 'input']);
      },
    ),
  'collect something else': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'map',
      (step) => {
        step.output ??= `${step.name}-out`;
        if (random.chance(20)) delete step.collect;
        else step.collect = random.pick([...outputsOf(step.inner ?? []), ...outputsOf(root)]);
      },
    ),
  'take several items together': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'map',
      (step) => {
        step.isBatched = true;
      },
    ),
  'call an item otherwise': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'map',
      (step) => {
        step.as = random.pick([...stepsOf(root).flatMap(({ as }) => as ?? []), 'thing', 'error']);
      },
    ),
  'use a key in a condition': (root, random) =>
    change(
      root,
      random,
      ({ kind }) => kind === 'choice',
      (step) => {
        const [key] = [random.pick(outputsOf(root))];
        if (step.rules?.[0] === undefined || key === undefined) return;
        step.rules[0].uses = { key, measure: random.chance(30) ? 'exists' : 'value' };
      },
    ),
};

function change(
  root: ModelStep[],
  random: Random,
  fits: (step: ModelStep) => boolean,
  apply: (step: ModelStep) => void,
): ModelStep[] | undefined {
  const candidates = stepsOf(root).filter(fits);
  if (candidates.length === 0) return undefined;
  apply(random.pick(candidates));
  return root;
}

function outputsOf(root: readonly ModelStep[]): string[] {
  return stepsOf(root).flatMap(({ output }) => output ?? []);
}

function scopesOf(scope: ModelStep[]): ModelStep[][] {
  return [scope, ...scope.flatMap((step) => scopesIn(step).flatMap(scopesOf))];
}
