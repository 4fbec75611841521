import { describe, expect, it } from 'vitest';
import { keyFlow } from '../../src/analyse/key-flow.js';
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

describe('keyFlow', () => {
  it('takes the intersection and the union where paths meet, and comes to rest on loops', () => {
    // 0 → 1 → 3, 0 → 2 → 3, 3 → 0; 4 is never reached.
    const successors = [[1, 2], [3], [3], [0], [3]];
    const predecessors = [[3], [0], [0], [1, 2, 4], []];
    const index = keyIndex(['a', 'b', 'c', 'd', 'e']);
    const before = keyFlow({ successors, predecessors, exits: [3], lost: [] }, [...index.keys], index);
    expect([...before.keys()].sort()).toEqual([0, 1, 2, 3]);
    expect([0, 1, 3].map((step) => [...(before.get(step)?.certain ?? [])])).toEqual([[], ['a'], ['a']]);
    expect([...(before.get(3)?.possible ?? [])]).toEqual(['a', 'b', 'c', 'd']);
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
