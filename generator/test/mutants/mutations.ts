import type { Random } from '../front/random-flow.js';
import { outputKey, outputOf, type Spec, type StepSpec, scopesWithin, targetOf } from './spec.js';
import { type Scope, type Subject, scopeOf, subjectOf } from './subject.js';

/** Changes one thing in a spec; `false` where there is nothing of that sort to change. */
export type Mutation = (spec: Spec, random: Random) => boolean;

/** Ways to spoil a service, or not. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'drop a write': onStep(
    ({ name, step }) => outputKey(name, step) !== undefined,
    ({ step }) => {
      step.output = 'none';
    },
  ),
  'drop the write of a compensation': (spec, random) => {
    const tasks = subjectOf(spec, random).compensations;
    if (tasks.length === 0) return false;
    random.pick(tasks).step.output = 'none';
    return true;
  },
  'rename a key': onStep(
    ({ name, step }) => outputKey(name, step) !== undefined,
    ({ step }, { random, keys, items }) => {
      const key = random.chance(50) ? 'quite-new' : random.pick([...keys, ...items]);
      step.output = typeof step.output === 'object' ? { ...step.output, key } : key;
    },
  ),
  'rename a read': onStep(
    ({ step }) => (step.reads?.length ?? 0) > 0,
    ({ step }, { random, keys, items }) => {
      const [, ...others] = step.reads ?? [];
      const key = random.pick([...keys, ...items, 'error', 'input', 'upload']);
      const read = key !== 'input' && random.chance(30) ? `${key}?` : key;
      const kept = others.filter((other) => other.replace('?', '') !== key);
      step.reads = random.chance(50) ? [...kept, read] : [read, ...kept];
    },
  ),
  'rename a read of a compensation': (spec, random) => {
    const { compensations, keys, items } = subjectOf(spec, random);
    if (compensations.length === 0) return false;
    const { step } = random.pick(compensations);
    const key = random.pick([
      ...keys,
      ...items,
      ...compensations.map((task) => outputKey(task.name, task.step) ?? ''),
    ]);
    step.reads = [random.chance(60) ? `${key}?` : key];
    return key !== '';
  },
  'demand an optional read': onStep(
    ({ step }) => step.reads?.some((read) => read.endsWith('?')) ?? false,
    ({ step }) => {
      step.reads = (step.reads ?? []).map((read) => read.replace('?', ''));
    },
  ),
  'forget the reads': onStep(
    ({ step }) => step.reads !== undefined,
    ({ step }) => {
      delete step.reads;
    },
  ),
  'swap ways': onStep(
    ({ step }) => step.choice !== undefined,
    ({ step }) => {
      const [first] = step.choice ?? [];
      if (first === undefined) return;
      [first.next, step.otherwise] = [step.otherwise ?? 'end', first.next ?? 'end'];
    },
  ),
  'swap steps': (spec, random) => {
    const scopes = subjectOf(spec, random).scopes.filter((scope) => entriesOf(scope).length > 1);
    if (scopes.length === 0) return false;
    const scope = random.pick(scopes);
    const entries = entriesOf(scope);
    const [left, right] = [random.below(entries.length), random.below(entries.length)];
    [entries[left], entries[right]] = [entries[right] as Entry, entries[left] as Entry];
    setEntries(scope, entries);
    return left !== right;
  },
  'swap branches': (spec, random) => {
    const [, ...scopes] = subjectOf(spec, random).scopes;
    if (scopes.length < 2) return false;
    const [left, right] = [random.pick(scopes), random.pick(scopes)];
    if (left === right || isWithin(left, right) || isWithin(right, left)) return false;
    [left.steps, right.steps] = [right.steps ?? {}, left.steps ?? {}];
    return true;
  },
  'move a step': (spec, random) => {
    const { scopes } = subjectOf(spec, random);
    const sources = scopes.filter((scope) => entriesOf(scope).length > 1);
    if (sources.length === 0) return false;
    const from = random.pick(sources);
    const entries = entriesOf(from);
    const [moved] = entries.splice(random.below(entries.length), 1);
    if (moved === undefined) return false;
    setEntries(from, entries);
    const inner = scopesWithin(moved[1] ?? {});
    const to = random.pick(
      scopes.filter((scope) => !inner.some((one) => scope === one || isWithin(scope, one))),
    );
    const others = entriesOf(to);
    others.splice(random.below(others.length + 1), 0, moved);
    setEntries(to, others);
    return true;
  },
  'cut an edge': onStep(leads, ({ step }, { random }) => {
    if ((step.catch?.length ?? 0) > 0 && random.chance(50)) delete step.catch;
    else if (step.choice !== undefined) step.otherwise = 'end';
    else step.next = 'end';
  }),
  'make a cycle': onStep(leads, ({ name, step, scope }, { random }) => {
    const names = Object.keys(scope.steps ?? {});
    const back = random.pick(names.slice(0, names.indexOf(name) + 1));
    if (step.choice !== undefined) random.pick(step.choice).next = back;
    else if (canCatch(step) && random.chance(40)) step.catch = [{ errors: ['Once'], next: back }];
    else step.next = back;
  }),
  'start another workflow': onStep(
    ({ step }) => targetOf(step)?.stateMachine === undefined && step.downstream !== undefined,
    ({ step }, { random, spec }) => {
      const workflow = random.pick([...Object.keys(spec.workflows ?? {})]);
      step.downstream = typeof step.downstream === 'object' ? { ...step.downstream, workflow } : workflow;
    },
  ),
  'wait or not': onStep(
    ({ step }) => step.downstream !== undefined,
    ({ step }) => {
      const target = targetOf(step) ?? {};
      step.downstream = { ...target, wait: target.wait !== true };
    },
  ),
  'pass something else': onStep(
    ({ step }) => Object.keys(targetOf(step)?.input ?? {}).length > 0,
    ({ step }, { random, keys, items }) => {
      const input = targetOf(step)?.input ?? {};
      const property = random.pick(Object.keys(input));
      const reference = input[property] ?? '';
      if (random.chance(30)) delete input[property];
      else if (random.chance(50)) input[property] = random.pick([...keys, ...items, 'error', 'input']);
      else input[property] = reference.includes('.') ? reference.replace(/\.[^.]*$/, '') : `${reference}.v`;
    },
  ),
  'go over something else': onStep(
    ({ step }) => step.map !== undefined,
    ({ step }, { random, keys, items, lists }) => {
      if (step.map !== undefined)
        step.map.over = random.pick([
          ...[...lists, ...keys],
          ...[...keys, ...keys, ...items].map((key) => `${key}.list`),
        ]);
    },
  ),
  'collect something else': onStep(
    ({ step }) => step.map !== undefined,
    ({ name, step }, { random, keys }) => {
      const key = outputKey(name, step);
      step.output = { ...(key === undefined ? {} : { key }), collect: random.pick(keys) };
    },
  ),
  'take several items together': onStep(
    ({ step }) => step.map !== undefined,
    ({ step }) => {
      if (step.map !== undefined) step.map.batch = (step.map.batch ?? 1) > 1 ? 1 : 2;
    },
  ),
  'call an item otherwise': onStep(
    ({ step }) => step.map !== undefined,
    ({ step }, { random, keys, items }) => {
      if (step.map !== undefined) step.map.as = random.pick(['thing', 'error', ...keys, ...items]);
    },
  ),
  'undo another step': onStep(
    ({ name, step }) => isTask(step) && outputKey(name, step) !== undefined,
    ({ step }, { random, compensations, steps }) => {
      if (compensations.length === 0) return;
      const { name } = random.pick(compensations);
      // Named once still, or twice.
      if (random.chance(80))
        for (const other of steps) if (other.step.compensate === name) delete other.step.compensate;
      step.compensate = name;
    },
  ),
  'undo nothing': onStep(
    ({ step }) => step.compensate !== undefined,
    ({ step }) => {
      delete step.compensate;
    },
  ),
  'make an output sensitive': onStep(
    ({ name, step }) => outputKey(name, step) !== undefined && step.map === undefined,
    ({ name, step }) => {
      step.output = { ...outputOf(step), key: outputKey(name, step) ?? '', sensitive: true };
    },
  ),
  'make an output a file': onStep(
    ({ name, step }) => isTask(step) && step.downstream === undefined && outputKey(name, step) !== undefined,
    ({ name, step }) => {
      step.output = { key: outputKey(name, step) ?? '', content: 'text/plain' };
    },
  ),
};

type Entry = [string, StepSpec | null];

function onStep(fits: (scope: Scope) => boolean, apply: (scope: Scope, subject: Subject) => void): Mutation {
  return (spec, random) => {
    const subject = subjectOf(spec, random);
    const candidates = subject.steps.filter(fits);
    if (candidates.length === 0) return false;
    apply(random.pick(candidates), subject);
    return true;
  };
}

function leads({ step }: Scope): boolean {
  return !Object.hasOwn(step, 'succeed') && step.fail === undefined;
}

function isTask(step: StepSpec): boolean {
  return ['choice', 'parallel', 'map', 'wait', 'callback', 'succeed', 'fail', 'asl'].every(
    (kind) => !Object.hasOwn(step, kind),
  );
}

function canCatch(step: StepSpec): boolean {
  return isTask(step) || step.parallel !== undefined || step.map !== undefined;
}

function entriesOf({ steps = {} }: Scope['scope']): Entry[] {
  return Object.entries(steps);
}

function setEntries(scope: Scope['scope'], entries: readonly Entry[]): void {
  scope.steps = Object.fromEntries(entries);
}

function isWithin(scope: Scope['scope'], outer: Scope['scope']): boolean {
  return scopeOf(outer).includes(scope);
}
