import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { explainStep, renderExplanation } from '../../src/index.js';
import type { WorkflowFlow } from '../../src/model/flow.js';
import { withSteps } from './check.js';

/** A workflow in which each step is compensated by a task whose name has `no-` before it. */
function compensated(steps: string, names: readonly string[], more = ''): string {
  const tasks = names.map((name) => `      no-${name}: {}\n`).join('');
  return `${withSteps(steps.replace(/(\w+): \{ *U/g, '$1: { compensate: no-$1'))}    compensations:\n${tasks}${more}`;
}

function checked(text: string) {
  const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text });
  expect(diagnostics).toEqual([]);
  const [workflow] = service?.workflows ?? [];
  const workflowFlow = flow?.get('Order');
  if (workflow === undefined || workflowFlow === undefined) throw new Error('There is no workflow Order.');
  return { workflow, flow: workflowFlow };
}

const order = ({ failureChain }: WorkflowFlow): string[] => failureChain.map(({ task }) => task.name);

describe('the failure chain', () => {
  it('undoes the last step first, whatever the order of the compensations in the file', () => {
    const { flow } = checked(compensated('      a: {U }\n      b: {}\n      c: {U }\n', ['a', 'c']));
    expect(order(flow)).toEqual(['no-c', 'no-a']);
    expect(flow.failureChain.map(({ undoes }) => undoes)).toEqual([
      { step: 'c', key: 'c-output' },
      { step: 'a', key: 'a-output' },
    ]);
  });

  it('follows the paths, not the lines', () => {
    const steps = '      a: {U , next: c }\n      b: {U , next: end }\n      c: {U , next: b }\n';
    expect(order(checked(compensated(steps, ['a', 'b', 'c'])).flow)).toEqual(['no-b', 'no-c', 'no-a']);
  });

  it('goes through branches, and against the file where nothing orders them', () => {
    const branch = (first: string, second: string) => `{ steps: { ${first}: {U }, ${second}: {U } } }`;
    const steps = `      p: { parallel: { left: ${branch('a', 'b')}, right: ${branch('c', 'd')} } }\n      e: {U }\n`;
    const chain = order(checked(compensated(steps, ['a', 'b', 'c', 'd', 'e'])).flow);
    expect(chain).toEqual(['no-e', 'no-d', 'no-c', 'no-b', 'no-a']);
  });

  it('goes through maps, whose steps are undone after what follows the map', () => {
    const list = 'output: { schema: { type: array } }';
    const inner = '{ over: a-output, as: part, steps: { b: {U }, c: {U } } }';
    const steps = `      a: {U , ${list} }\n      each: { map: ${inner}, output: none }\n      d: {U }\n`;
    const chain = order(checked(compensated(steps, ['a', 'b', 'c', 'd'])).flow);
    expect(chain).toEqual(['no-d', 'no-c', 'no-b', 'no-a']);
  });

  it('names the steps of a loop once, in the order of their first visits', () => {
    const steps =
      '      a: {U }\n      b: {U , output: { schema: { type: object, required: [ok], properties: { ok: { type: boolean } } } } }\n      more: { choice: [{ when: "`b-output`.ok", next: a }], otherwise: c }\n      c: {U }\n';
    expect(order(checked(compensated(steps, ['a', 'b', 'c'])).flow)).toEqual(['no-c', 'no-b', 'no-a']);
  });

  it('undoes a loop after what follows it, also where its first step leads out of it', () => {
    const more = (next: string, otherwise: string) =>
      `{ choice: [{ when: input.more, next: ${next} }], otherwise: ${otherwise} }`;
    const steps = `      look: ${more('c', 'a')}\n      a: {U }\n      again: ${more('look', 'done')}\n      done: { succeed: {} }\n      c: {U }\n`;
    const input = 'input: { type: object, required: [more], properties: { more: { type: boolean } } }';
    const text = compensated(steps, ['a', 'c']).replace('    steps:', `    ${input}\n    steps:`);
    expect(order(checked(text).flow)).toEqual(['no-c', 'no-a']);
  });

  it('ends with the tasks of onError, in their order', () => {
    const text = compensated('      a: {U }\n', ['a', 'x', 'y'], '    onError: [no-y, no-x]\n');
    expect(order(checked(text).flow)).toEqual(['no-a', 'no-y', 'no-x']);
  });

  it('is empty where nothing runs', () => {
    expect(checked(withSteps('      a: {}\n')).flow.failureChain).toEqual([]);
  });
});

describe('a compensation', () => {
  const steps =
    '      a: { output: { sensitive: true } }\n      b: {U }\n      c: {}\n      d: { fail: { error: No } }\n';
  const { flow, workflow } = checked(compensated(steps, ['b', 'x'], '    onError: [no-x]\n'));
  const reads = (name: string) => flow.steps.get(name)?.reads.map(({ key }) => key);

  it('reads by default the input, the error, and what is certain once its step is done', () => {
    expect(reads('no-b')).toEqual(['input', 'error', 'b-output']);
    expect([...(flow.steps.get('no-b')?.certain ?? [])]).toEqual(['a-output', 'b-output']);
    expect(reads('no-x')).toEqual(['input', 'error']);
    expect([...(flow.steps.get('no-x')?.certain ?? [])]).toEqual([]);
  });

  it('knows which steps can have failed', () => {
    expect(flow.steps.get('no-b')?.failingSteps).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes what no document has that is published', () => {
    expect(flow.outputKeys).toEqual(['a-output', 'b-output', 'c-output', 'no-b-output', 'no-x-output']);
    expect([...flow.compensationOutputs]).toEqual(['no-b-output', 'no-x-output']);
  });

  it('can be explained', () => {
    const explanation = explainStep(workflow, flow, 'no-b');
    expect(explanation && renderExplanation(explanation)).toBe(
      `Compensation no-b of Order, undoes b
reached by: a → b → no-b

  input        read: what the execution began with
  error        read: the failure leaves it
  a-output     may be read: a writes it on every path
               with it:    a → b → no-b
  b-output     read: b writes it on every path
               with it:    a → b → no-b
  c-output     may be read as "c-output?": c writes it, not on every path
               with it:    a → b → c → no-b
               without it: a → b → no-b
  no-b-output  cannot be read: no-b never comes before this step
  no-x-output  cannot be read: no-x never comes before this step
`,
    );
    expect(explainStep(workflow, flow, 'no-x')?.compensation).toEqual({});
    expect(explainStep(workflow, flow, 'c')?.keys.at(-1)).toMatchObject({ there: 'never', writer: 'no-x' });
  });

  it('agrees with the compiler in what it calls certain and possible', () => {
    const spec = compensated(steps, ['b', 'x'], '    onError: [no-x]\n');
    for (const name of ['no-b', 'no-x']) {
      for (const { key, there } of explainStep(workflow, flow, name)?.keys ?? []) {
        const faults = (mark: string) =>
          checkSource({
            path: 'workflow.yaml',
            text: spec.replace(`${name}: {}`, `${name}: { reads: ["${key}${mark}"] }`),
          }).diagnostics.length;
        expect([name, key, faults(''), faults('?')]).toEqual([
          name,
          key,
          there === 'certain' ? 0 : 1,
          there === 'never' ? 1 : 0,
        ]);
      }
    }
  });
});
