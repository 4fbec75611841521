import { describe, expect, it } from 'vitest';
import { KeySet, keyIndex } from '../../src/analyse/key-set.js';
import { checkSource } from '../../src/check-source.js';
import type { WorkflowFlow } from '../../src/model/flow.js';
import { withSteps } from './check.js';

function flowOf(text: string): WorkflowFlow | undefined {
  return checkSource({ path: 'workflow.yaml', text }).flow?.get('Order');
}

describe('analyse', () => {
  const flow = flowOf(
    withSteps(
      '      a: { output: x }\n      b: { output: none, next: d }\n      d: { reads: ["x?", input], next: c }\n      c: {}\n',
    ),
  );

  it('knows what is certain before each step, and the path to it', () => {
    const found = [...(flow?.steps ?? [])].map(([name, { certain, possible, path }]) => [
      name,
      [...certain],
      [...possible],
      path.join(' '),
    ]);
    expect(found).toEqual([
      ['a', [], [], 'a'],
      ['b', ['x'], ['x'], 'a b'],
      ['d', ['x'], ['x'], 'a b d'],
      ['c', ['x', 'd-output'], ['x', 'd-output'], 'a b d c'],
    ]);
  });

  it('works out what each step reads', () => {
    const reads = (step: string) =>
      flow?.steps.get(step)?.reads.map(({ key, optional, writer }) => [key, optional, writer]);
    expect(reads('d')).toEqual([
      ['input', false, undefined],
      ['x', true, 'a'],
    ]);
    expect(reads('c')).toEqual([
      ['input', false, undefined],
      ['x', false, 'a'],
      ['d-output', false, 'd'],
    ]);
  });

  it.each([
    ['last', '      a: {}\n', { publisher: 'a', separatePublisher: false }],
    [
      'last',
      '      a: { next: c }\n      c: { next: b }\n      b: {}\n',
      { publisher: 'b', separatePublisher: false },
    ],
    ['separate', '      a: {}\n', { publisher: undefined, separatePublisher: true }],
    ['none', '      a: {}\n', { publisher: undefined, separatePublisher: false }],
    [
      'last',
      '      a: { downstream: { workflow: W, service: s } }\n',
      { publisher: 'a', separatePublisher: false },
    ],
  ])('knows who publishes with publish: %s', (publish, steps, expected) => {
    const text = withSteps(steps).replace('    steps:', `    document: { publish: ${publish} }\n    steps:`);
    expect(flowOf(text)).toMatchObject(expected);
  });
});

describe('analyse with control flow', () => {
  const flow = flowOf(
    withSteps(
      [
        'start: {}',
        'decide: { choice: [{ when: $exists(input.fast), next: fork }] }',
        'slow: { callback: { timeout: 60 }, catch: [{ errors: [States.Timeout], next: late }] }',
        'fork:',
        '  parallel:',
        '    left: { steps: { l1: {}, l2: { reads: [l1-output, "slow-output?"] } } }',
        '    right: { steps: { r1: { catch: [{ errors: [Bad], next: r3 }] }, r2: { next: end }, r3: {} } }',
        '  catch: [{ errors: [States.ALL], next: repair }]',
        'merge: { next: end }',
        'late: { next: fork }',
        'repair: { reads: [error, "l2-output?"], next: decide }',
      ]
        .map((line) => `      ${line}\n`)
        .join(''),
    ),
  );
  const of = (step: string) => flow?.steps.get(step);
  const reads = (step: string) => of(step)?.reads.map(({ key, optional }) => `${key}${optional ? '?' : ''}`);

  it('joins branches, and takes what each of their paths has written', () => {
    expect([...(of('merge')?.certain ?? [])]).toEqual(['start-output', 'l1-output', 'l2-output']);
    expect(reads('merge')).toEqual(['input', 'start-output', 'l1-output', 'l2-output']);
  });

  it('shows paths that leave out what lies aside', () => {
    expect(of('merge')?.path).toEqual(['start', 'decide', 'fork', 'merge']);
    expect(of('r3')?.path).toEqual(['start', 'decide', 'fork', 'r1', 'r3']);
  });

  it('follows caught errors', () => {
    const errors = ['start', 'late', 'r3', 'repair', 'decide', 'merge'].map((step) => [
      of(step)?.error,
      of(step)?.failingSteps,
    ]);
    expect(errors).toEqual([
      ['never', []],
      ['certain', ['slow']],
      ['certain', ['r1']],
      ['certain', ['fork']],
      ['possible', []],
      ['possible', []],
    ]);
    expect(reads('late')).toEqual(['input', 'error', 'start-output']);
    expect(reads('repair')).toEqual(['error', 'l2-output?']);
  });

  it('knows the loop, with what runs in branches on it', () => {
    const looping = [...(flow?.steps ?? [])].filter(([, { onLoop }]) => onLoop).map(([name]) => name);
    expect(looping).toEqual(['decide', 'slow', 'fork', 'l1', 'l2', 'r1', 'r2', 'r3', 'late', 'repair']);
  });

  it.each([
    ['      a: {}\n      b: { wait: 1 }\n', undefined, true],
    ['      a: { callback: {} }\n', undefined, true],
    ['      a: { fail: { error: Bad } }\n', undefined, false],
    [
      '      a: { choice: [{ when: $exists(input.x), next: b }], otherwise: end }\n      b: {}\n',
      undefined,
      true,
    ],
    ['      a: { choice: [{ when: $exists(input.x), next: c }] }\n      b: {}\n      c: {}\n', 'c', false],
    ['      a: { parallel: { x: { steps: { b: {} } } } }\n', undefined, true],
  ])('knows who publishes: %#', (steps, publisher, separatePublisher) => {
    expect(flowOf(withSteps(steps))).toMatchObject({ publisher, separatePublisher });
  });
});

describe('KeySet', () => {
  const keys = Array.from({ length: 70 }, (_, number) => `k${number}`);
  const index = keyIndex(keys);
  const even = keys
    .filter((_, number) => number % 2 === 0)
    .reduce((set, key) => set.with(key), new KeySet(index));
  const low = keys.slice(0, 40).reduce((set, key) => set.with(key), new KeySet(index));

  it('behaves as a set', () => {
    expect(even.size).toBe(35);
    expect([even.has('k68'), even.has('k69'), even.has('nothing')]).toEqual([true, false, false]);
    expect([...even.intersection(low)]).toEqual(keys.filter((_, number) => number < 40 && number % 2 === 0));
    expect(even.union(low).size).toBe(55);
    expect([even.equals(low), even.equals(even.with('k0'))]).toEqual([false, true]);
    const seen: string[] = [];
    even.forEach((key) => {
      seen.push(key);
    });
    expect(seen).toEqual([...even.values()]);
    expect([...even.entries()][1]).toEqual(['k2', 'k2']);
  });
});
