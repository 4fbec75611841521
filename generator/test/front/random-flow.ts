import { explore, type ModelStep, mapsAround, stepsOf, writtenIn } from './flow-model.js';

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

/** More would take the model too long. */
const maxSteps = 24;

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
  const drawn = scope(0);
  if (stepsOf(drawn).length > maxSteps) return [];
  const root = withoutUnreached(drawn);
  addOutputs(root, random);
  addReads(root, random);
  return root;
}

function randomKind(random: Random, depth: number): ModelStep['kind'] {
  const kinds = ['task', 'task', 'task', 'task', 'choice', 'choice', 'wait', 'callback', 'fail'] as const;
  if (depth < 2 && random.chance(12)) return 'parallel';
  if (depth < 2 && random.chance(12)) return 'map';
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
  if (step.kind === 'map') {
    step.inner = scope();
    step.as = `${step.name}-item`;
    step.over = 'input';
  }
  if (step.kind === 'parallel') step.branches = Array.from({ length: 1 + random.below(3) }, scope);
  if (step.kind === 'choice') {
    step.rules = Array.from({ length: 1 + random.below(2) }, () => ({ next: target() }));
    if (random.chance(40)) step.otherwise = target();
  } else if (step.kind !== 'succeed' && step.kind !== 'fail' && random.chance(15)) {
    step.next = target();
  }
  if ((isFunction || step.kind === 'parallel' || step.kind === 'map') && random.chance(30))
    step.catches = [random.pick(steps).name];
}

/** Without the steps that never run, so that most of what is left is right. */
function withoutUnreached(root: ModelStep[]): ModelStep[] {
  const { visits } = explore(root);
  const prune = (steps: readonly ModelStep[]): ModelStep[] =>
    steps
      .filter(({ name }) => visits.has(name))
      .map((step) => ({
        ...step,
        ...(step.branches && { branches: step.branches.map(prune) }),
        ...(step.inner && { inner: prune(step.inner) }),
      }));
  return prune(root);
}

/** Maps collect what each iteration writes; inner maps first, since the outer ones may collect what those collected. */
function addOutputs(root: ModelStep[], random: Random): void {
  for (const map of stepsOf(root).reverse()) {
    if (map.kind !== 'map' || random.chance(20)) continue;
    const { iterations, keys } = explore(root);
    const { certain } = writtenIn(iterations.get(map.name) ?? [], keys);
    const own = stepsOf(map.inner ?? []).flatMap(({ output }) => output ?? []);
    const collectable = certain.filter((key) => own.includes(key));
    if (collectable.length === 0) continue;
    map.output = `${map.name}-out`;
    map.collect = random.pick(collectable);
  }
}

function addReads(root: ModelStep[], random: Random): void {
  const { visits, keys } = explore(root);
  const around = mapsAround(root);
  for (const step of stepsOf(root)) {
    const configs = [...(visits.get(step.name)?.values() ?? [])];
    const { certain, possible } = writtenIn(configs, keys);
    const items = (around.get(step.name) ?? []).flatMap(({ as }) => as ?? []);
    if (step.kind === 'map') step.over = random.pick(['input', ...certain, ...certain, ...items, ...items]);
    for (const rule of step.rules ?? []) {
      if (certain.length > 0 && random.chance(40))
        rule.uses = { key: random.pick(certain), measure: 'value' };
      else if (possible.length > 0 && random.chance(40))
        rule.uses = { key: random.pick(possible), measure: 'exists' };
    }
    if (step.kind !== 'task' && step.kind !== 'callback') continue;
    const reads = [
      ...items,
      ...certain,
      ...possible.filter((key) => !certain.includes(key)).map((key) => `${key}?`),
    ];
    if (configs.every(({ error }) => error !== '')) reads.push('error');
    step.reads = reads.filter(() => random.chance(60));
  }
}

/** The text of a workflow.yaml, as JSON, which is YAML. */
export function textOf(root: readonly ModelStep[]): string {
  let conditions = 0;
  const lists = new Set(stepsOf(root).flatMap(({ kind, output }) => (kind === 'map' ? (output ?? []) : [])));
  const rule = ({ uses, next }: NonNullable<ModelStep['rules']>[number]) => {
    conditions += 1;
    const when =
      uses === undefined
        ? `input.n > ${conditions}`
        : uses.measure === 'exists'
          ? `$exists(\`${uses.key}\`) and input.n > ${conditions}`
          : lists.has(uses.key)
            ? `$count(\`${uses.key}\`) > ${conditions}`
            : `\`${uses.key}\`.v > ${conditions}`;
    return { when, next };
  };
  const output = (key: string | undefined) =>
    key === undefined ? 'none' : { key, schema: { $ref: '#/schemas/Node' } };
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
    downstream: (step) => ({ downstream: 'Child', output: output(step.output), ...onward(step) }),
    map: (step) => ({
      map: {
        over: lists.has(step.over ?? '') ? step.over : `${step.over}.list`,
        as: step.as,
        ...(step.isBatched ? { batch: 3 } : {}),
        steps: scope(step.inner ?? []),
      },
      output:
        step.output === undefined
          ? 'none'
          : { key: step.output, ...(step.collect === undefined ? {} : { collect: step.collect }) },
      ...onward(step),
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
  const list = { type: 'array', items: { $ref: '#/schemas/Node' } };
  const node = { type: 'object', required: ['v', 'list'], properties: { v: { type: 'integer' }, list } };
  const input = { type: 'object', required: ['n', 'list'], properties: { n: { type: 'number' }, list } };
  return JSON.stringify({
    service: 'shop',
    storage: { bucket: 'orders' },
    schemas: { Node: node },
    workflows: { Order: { input, steps: scope(root) } },
  });
}
