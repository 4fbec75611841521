import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { emitStateMachine } from '../../src/emit/asl/state-machine.js';
import type { StateMachine } from '../../src/emit/asl/types.js';

function machineOf(workflow: string): StateMachine {
  const text = `service: shop\nstorage: { bucket: orders }\nworkflows:\n  Order:\n${workflow}`;
  const { service, flow, diagnostics } = checkSource({ path: 'workflow.yaml', text });
  const [found] = service?.workflows ?? [];
  const workflowFlow = flow?.get('Order');
  if (found === undefined || workflowFlow === undefined) throw new Error(JSON.stringify(diagnostics));
  return emitStateMachine(found, workflowFlow);
}

/** Where a state leads when it fails, by the errors. */
function catchesOf({ States }: StateMachine, name: string): string[] {
  const state = States[name];
  const rules = state !== undefined && 'Catch' in state ? (state.Catch ?? []) : [];
  return rules.map(({ ErrorEquals, Next }) => `${ErrorEquals.join(' ')} → ${Next}`);
}

const others = (next: string): string[] => [`States.DataLimitExceeded → ${next}`, `States.ALL → ${next}`];

describe('the states of a workflow with compensations', () => {
  const machine = machineOf(`    input: { type: object, required: [n], properties: { n: { type: integer } } }
    steps:
      decide: { choice: [{ when: input.n > 1, next: a }], otherwise: b }
      a: { compensate: undo, catch: [{ errors: [Busy], next: b }] }
      b: { catch: [{ errors: [States.DataLimitExceeded, Busy], next: z }, { errors: [States.ALL], next: z }] }
      c: { catch: [{ errors: [States.ALL], next: z }] }
      p: { parallel: { one: { steps: { x: {} } } }, next: w }
      z: { fail: { error: 'a "quoted" {% error %}' } }
      w: { wait: 5, next: end }
    compensations:
      undo: {}
`);

  it('catch every error that no rule catches', () => {
    expect(catchesOf(machine, 'a')).toEqual(['Busy → b', ...others('undo')]);
    expect(catchesOf(machine, 'b')).toEqual(['States.DataLimitExceeded Busy → z', 'States.ALL → z']);
    expect(catchesOf(machine, 'c')).toEqual(['States.DataLimitExceeded → undo', 'States.ALL → z']);
    expect(catchesOf(machine, 'p')).toEqual(others('undo'));
  });

  it('catch the errors of generated states, too', () => {
    expect(catchesOf(machine, 'read-input')).toEqual(others('undo'));
    expect(catchesOf(machine, 'publish-document')).toEqual(others('undo'));
  });

  it('leave the failure of a branch to its parallel step', () => {
    expect(machine.States.p).toMatchObject({ Branches: [{ States: { x: { End: true } } }] });
    expect(JSON.stringify(machine.States.p)).not.toMatch(/"x":\{[^}]*"Catch"/);
  });

  it('end with the first error, and wait for nobody where no branch is compensated', () => {
    expect(machine.States.z).toMatchObject({ Type: 'Pass', Next: 'undo' });
    expect(machine.States.undo).toMatchObject({ Type: 'Task', Next: 'end in failure' });
    expect(catchesOf(machine, 'undo')).toEqual(others('end in failure'));
    expect(machine.States['end in failure']).toMatchObject({ Type: 'Fail' });
    expect(JSON.stringify(machine)).not.toContain('settling');
  });
});

describe('the end in failure', () => {
  const machine = machineOf(`    steps:
      a: { compensate: undo }
      z: { fail: { error: 'a "b" {% c %}', cause: "d\\\\e %} \\u2028" } }
    compensations: { undo: {} }
`);
  const evaluate = (text: string | undefined, input: object): Promise<unknown> =>
    jsonata(text?.slice(2, -2) ?? '').evaluate({}, { states: { input } });
  const end = machine.States['end in failure'];
  const causeOf = (input: object) => evaluate(end?.Type === 'Fail' ? end.Cause : undefined, input);

  it('has the texts of a fail step as they were written', async () => {
    const step = machine.States.z;
    const data = await evaluate(step?.Type === 'Pass' ? step.Output : undefined, { processData: '0x1' });
    expect(data).toEqual({
      processData: '0x1',
      error: { name: 'a "b" {% c %}', cause: 'd\\e %} \u2028', step: 'z' },
    });
    // Step Functions takes the first %} for the expression's end.
    expect(step?.Type === 'Pass' && step.Output?.indexOf('%}')).toBe(
      (step as { Output: string }).Output.length - 2,
    );
  });

  it('names what failed after that, within the length that a cause may have', async () => {
    expect(await causeOf({ error: { name: 'E', cause: 'c' } })).toBe('c');
    expect(await causeOf({ error: { cause: 'c' }, failed: ['x', 'y'] })).toBe('c (Failed after that: x, y.)');
    const long = String(await causeOf({ error: { cause: 'c'.repeat(32_768) }, failed: ['x'] }));
    expect(long).toHaveLength(32_768);
    expect(long.endsWith('c (Failed after that: x.)')).toBe(true);
  });

  it('notes each task that failed', async () => {
    const undo = machine.States.undo;
    const note = undo?.Type === 'Task' ? undo.Catch?.[0]?.Output : undefined;
    expect(await evaluate(note, {})).toEqual({ failed: ['undo'] });
    expect(await evaluate(note, { failed: ['x', 'y'] })).toEqual({ failed: ['x', 'y', 'undo'] });
  });
});

describe('functions of branches that were given up', () => {
  it('are waited for as long as the compensated ones may run', () => {
    const machine = machineOf(`    steps:
      p:
        parallel:
          one: { steps: { a: { compensate: undo, timeout: 40 }, b: { timeout: 90 } } }
          two: { steps: { q: { parallel: { three: { steps: { c: { compensate: redo, timeout: 50 } } } } } } }
      d: {}
    compensations:
      undo: {}
      redo: {}
`);
    expect(JSON.stringify(machine.States.p)).toContain("'settling': 51");
    expect(JSON.stringify(machine.States.d)).not.toContain('settling');
    expect(catchesOf(machine, 'd')).toEqual(others('wait for branches'));
    expect(machine.States['wait for branches']).toMatchObject({ Type: 'Wait', Next: 'redo' });
  });

  it('are waited for also where an inner parallel step failed and its branch went on', async () => {
    const machine = machineOf(`    steps:
      p:
        parallel:
          one:
            steps:
              q:
                parallel: { two: { steps: { a: { compensate: undo, timeout: 40 } } } }
                catch: [{ errors: [Busy], next: b }]
              b: {}
      d: {}
    compensations:
      undo: {}
`);
    const { Output = '' } = machine.States.p?.Type === 'Parallel' ? machine.States.p : {};
    const after = (result: readonly object[]): Promise<unknown> =>
      jsonata(Output.slice(2, -2)).evaluate({}, { states: { input: { processData: '0x1' }, result } });
    expect(await after([{ settling: 41 }])).toEqual({ processData: '0x1', settling: 41 });
    expect(await after([{}])).toEqual({ processData: '0x1' });
  });
});
