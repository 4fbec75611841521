import { explore, type ModelStep, stepsOf, writtenIn } from './flow-model.js';

/** A source of random numbers that a seed repeats. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0, smaller than the limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

/** A random workflow whose reads are right; whether its steps lead anywhere is left to chance. */
export function randomFlow(random: Random): ModelStep[] {
  let count = 0;
  const scope = (depth: number): ModelStep[] => {
    const length = 1 + random.below(depth === 0 ? 6 : 3);
    const steps = Array.from({ length }, (): ModelStep => {
      count += 1;
      return { name: `s${count}`, kind: randomKind(random, depth) };
    });
    for (const step of steps) fillIn(step, { steps, random, scope: () => scope(depth + 1) });
    return steps;
  };
  const root = withoutUnreached(scope(0));
  addReads(root, random);
  return root;
}

function randomKind(random: Random, depth: number): ModelStep['kind'] {
  const kinds = ['task', 'task', 'task', 'task', 'choice', 'choice', 'wait', 'callback', 'fail'] as const;
  if (depth < 2 && random.chance(18)) return 'parallel';
  return depth === 0 && random.chance(4) ? 'succeed' : random.pick(kinds);
}

interface Filling {
  readonly steps: readonly ModelStep[];
  readonly random: Random;
  readonly scope: () => ModelStep[];
}

function fillIn(step: ModelStep, { steps, random, scope }: Filling): void {
  const target = (): string => (random.chance(15) ? 'end' : random.pick(steps).name);
  const isFunction = step.kind === 'task' || step.kind === 'callback';
  if (isFunction && random.chance(85)) step.output = `${step.name}-out`;
  if (step.kind === 'parallel') step.branches = Array.from({ length: 1 + random.below(3) }, scope);
  if (step.kind === 'choice') {
    step.rules = Array.from({ length: 1 + random.below(2) }, () => ({ next: target() }));
    if (random.chance(40)) step.otherwise = target();
  } else if (step.kind !== 'succeed' && step.kind !== 'fail' && random.chance(15)) {
    step.next = target();
  }
  if ((isFunction || step.kind === 'parallel') && random.chance(30)) step.catches = [random.pick(steps).name];
}

/** Without the steps that never run, so that most of what is left is right. */
function withoutUnreached(root: ModelStep[]): ModelStep[] {
  const { visits } = explore(root);
  const prune = (steps: readonly ModelStep[]): ModelStep[] =>
    steps
      .filter(({ name }) => visits.has(name))
      .map((step) => (step.branches === undefined ? step : { ...step, branches: step.branches.map(prune) }));
  return prune(root);
}

function addReads(root: ModelStep[], random: Random): void {
  const { visits, keys } = explore(root);
  for (const step of stepsOf(root)) {
    const configs = [...(visits.get(step.name)?.values() ?? [])];
    const { certain, possible } = writtenIn(configs, keys);
    for (const rule of step.rules ?? []) {
      if (certain.length > 0 && random.chance(40))
        rule.uses = { key: random.pick(certain), measure: 'value' };
      else if (possible.length > 0 && random.chance(40))
        rule.uses = { key: random.pick(possible), measure: 'exists' };
    }
    if (step.kind !== 'task' && step.kind !== 'callback') continue;
    const reads = [...certain, ...possible.filter((key) => !certain.includes(key)).map((key) => `${key}?`)];
    if (configs.every(({ error }) => error !== '')) reads.push('error');
    step.reads = reads.filter(() => random.chance(60));
  }
}

/** The text of a workflow.yaml, as JSON, which is YAML. */
export function textOf(root: readonly ModelStep[]): string {
  let conditions = 0;
  const rule = ({ uses, next }: NonNullable<ModelStep['rules']>[number]) => {
    conditions += 1;
    const when =
      uses === undefined
        ? `input.n > ${conditions}`
        : uses.measure === 'exists'
          ? `$exists(\`${uses.key}\`.v) and input.n > ${conditions}`
          : `\`${uses.key}\`.v > ${conditions}`;
    return { when, next };
  };
  const output = (key: string | undefined) =>
    key === undefined
      ? 'none'
      : { key, schema: { type: 'object', required: ['v'], properties: { v: { type: 'integer' } } } };
  const onward = ({ next, catches }: ModelStep) => ({
    ...(next === undefined ? {} : { next }),
    ...(catches === undefined || catches.length === 0
      ? {}
      : {
          catch: catches.map((target, number, { length }) => ({
            errors: number === length - 1 ? ['States.ALL'] : [`Error${number}`],
            next: target,
          })),
        }),
  });
  const kinds: Readonly<Record<ModelStep['kind'], (step: ModelStep) => object>> = {
    task: (step) => ({ output: output(step.output), reads: step.reads ?? [], ...onward(step) }),
    callback: (step) => ({
      callback: {},
      output: output(step.output),
      reads: step.reads ?? [],
      ...onward(step),
    }),
    wait: (step) => ({ wait: 5, ...onward(step) }),
    succeed: () => ({ succeed: {} }),
    fail: () => ({ fail: { error: 'Failed' } }),
    choice: ({ rules, otherwise }) => ({
      choice: (rules ?? []).map(rule),
      ...(otherwise === undefined ? {} : { otherwise }),
    }),
    parallel: (step) => ({
      parallel: Object.fromEntries(
        (step.branches ?? []).map((branch, number) => [`b${number}`, { steps: scope(branch) }]),
      ),
      ...onward(step),
    }),
  };
  const scope = (steps: readonly ModelStep[]): object =>
    Object.fromEntries(steps.map((step) => [step.name, kinds[step.kind](step)]));
  const input = { type: 'object', required: ['n'], properties: { n: { type: 'number' } } };
  return JSON.stringify({
    service: 'shop',
    storage: { bucket: 'orders' },
    workflows: { Order: { input, steps: scope(root) } },
  });
}
