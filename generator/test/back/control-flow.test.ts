import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { emitStateMachine } from '../../src/emit/asl/state-machine.js';
import { stateName } from '../../src/emit/asl/state-name.js';
import { inertText } from '../../src/emit/asl/text.js';
import type { State, StateMachine } from '../../src/emit/asl/types.js';
import { label } from '../../src/emit/readme/mermaid.js';

const golden = fileURLToPath(new URL('../../../test/golden', import.meta.url));

function machineOf(goldenCase: string, name: string): StateMachine {
  const path = `${golden}/${goldenCase}/workflow.yaml`;
  const { service, flow } = checkSource({ path, text: readFileSync(path, 'utf8') });
  const workflow = service?.workflows.find((candidate) => candidate.name === name);
  const workflowFlow = flow?.get(name);
  if (workflow === undefined || workflowFlow === undefined) throw new Error('The spec has mistakes.');
  return emitStateMachine(workflow, workflowFlow);
}

/** A state wherever it stands; `undefined` where none has the name. */
function find(states: Readonly<Record<string, State>>, name: string): State | undefined {
  for (const [own, state] of Object.entries(states)) {
    if (own === name) return state;
    if (state.Type !== 'Parallel') continue;
    for (const branch of state.Branches) {
      const found = find(branch.States, name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

describe('the end of a scope', () => {
  it('leads to the state that publishes, from wherever it is reached', () => {
    const { States } = machineOf('choice-loop', 'Sort');
    expect(States.nothing).toEqual({ Type: 'Pass', Next: 'publish-document' });
    expect(States.bin).toMatchObject({ Default: 'publish-document' });
    expect(States.odd).toMatchObject({ Next: 'publish-document' });
    expect(States['publish-document']).toMatchObject({ End: true });
  });

  it('is a state of its own where a choice ends what nobody publishes', () => {
    const { States } = machineOf('choice-loop', 'Silent');
    expect(States.judge).toMatchObject({ Choices: [{ Next: 'end of the workflow' }], Default: 'complain' });
    expect(States['end of the workflow']).toEqual({ Type: 'Succeed' });
  });

  it('is inside its branch', () => {
    const { States } = machineOf('parallel-catch', 'Order');
    expect(find(States, 'heavy')).toMatchObject({
      Choices: [{ Next: 'freight' }, { Next: 'end of fulfil goods' }],
    });
    expect(find(States, 'end of fulfil goods')).toEqual({ Type: 'Succeed' });
    expect(find(States, 'charge')).toMatchObject({ End: true });
    expect(Object.keys(States)).not.toContain('end of fulfil goods');
  });

  it('has a name that Step Functions takes', () => {
    const long = [`end of ${'p'.repeat(80)} a`, `end of ${'p'.repeat(80)} b`].map(stateName);
    expect(new Set(long).size).toBe(2);
    expect(long.map(({ length }) => length)).toEqual([80, 80]);
  });
});

describe('the data of a state', () => {
  /** What an Output makes of a state's input and its result. */
  async function evaluate(state: State | undefined, states: object): Promise<unknown> {
    if (state === undefined || !('Output' in state)) throw new Error('The state has no Output.');
    // Functions as values, so that JSONata's own sequences and what has no value come out as they would as JSON.
    const value = await jsonata(state.Output.slice(2, -2)).evaluate({}, { states });
    return JSON.parse(JSON.stringify(value));
  }

  it('has what a step hands over, in place of what it handed over before', async () => {
    const { States } = machineOf('choice-loop', 'Poll');
    const input = {
      processData: '0x1',
      signals: { other: { a: 1 }, 'ask-output': { state: 'x', stale: 1 } },
    };
    const result = { Payload: { signals: { 'ask-output': { state: 'done' }, input: { limit: 3 } } } };
    expect(await evaluate(States.ask, { input, result })).toEqual({
      processData: '0x1',
      signals: { other: { a: 1 }, 'ask-output': { state: 'done' }, input: { limit: 3 } },
    });
    expect(await evaluate(States.ask, { input: { processData: '0x1' }, result: { Payload: {} } })).toEqual({
      processData: '0x1',
      signals: {},
    });
  });

  it('takes from each branch what that branch has written, however old what the others hand back', async () => {
    const { States } = machineOf('parallel-catch', 'Order');
    const before = { 'weigh-output': { grams: 1 }, 'price-output': { total: 2 } };
    const input = { processData: '0x1', signals: before };
    const after = { ...before, 'weigh-output': { grams: 9 } };
    const money = { processData: '0x1', signals: before, error: { name: 'E' } };
    expect(await evaluate(States.fulfil, { input, result: [money, { signals: after }] })).toEqual({
      processData: '0x1',
      signals: after,
    });
    expect(await evaluate(States.fulfil, { input, result: [money, { processData: '0x1' }] })).toEqual(input);
  });

  it('has what was caught, with or without a cause', async () => {
    const { Catch = [] } = machineOf('parallel-catch', 'Order').States.confirm as {
      Catch?: readonly State[];
    };
    const caught = (errorOutput: object) =>
      evaluate(Catch[0], { input: { processData: '0x1' }, errorOutput });
    expect(await caught({ Error: 'E', Cause: 'c' })).toEqual({
      processData: '0x1',
      error: { name: 'E', cause: 'c', step: 'confirm' },
    });
    expect(await caught({ Error: 'E' })).toMatchObject({ error: { name: 'E', cause: '' } });
  });
});

describe('what a function is told', () => {
  it('is the error where it reads that, and the token where it gives one away', () => {
    const order = machineOf('parallel-catch', 'Order').States;
    expect(order.later).toMatchObject({ Arguments: { Payload: { error: '{% $states.input.error %}' } } });
    expect(JSON.stringify(order.refund)).toContain(
      '{% $exists($states.input.error) ? $states.input.error : null %}',
    );
    expect(JSON.stringify(order.confirm)).not.toContain('$states.input.error');
    const approval = machineOf('callback', 'Approval').States;
    expect(approval.escalate).toMatchObject({
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { Payload: { taskToken: '{% $states.context.Task.Token %}' } },
      HeartbeatSeconds: 3600,
    });
    expect(approval.escalate).not.toHaveProperty('TimeoutSeconds');
    expect(approval.approve).toMatchObject({ TimeoutSeconds: 259_200 });
    expect(JSON.stringify(approval.pay)).not.toContain('taskToken');
  });
});

describe('the text of the spec', () => {
  it('is what it is where Step Functions evaluates expressions', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }).map((inner) => `{% ${inner} %}`),
      fc.constantFrom('{%', '%}', '{% 1', '1 %}', '{%"%}', '{%\\%}'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const emitted = inertText(value);
        const isExpression = emitted.startsWith('{%') && emitted.endsWith('%}');
        expect(isExpression ? await jsonata(emitted.slice(2, -2)).evaluate({}) : emitted).toBe(value);
        expect(isExpression || !(emitted.startsWith('{%') || emitted.endsWith('%}'))).toBe(true);
      }),
    );
  });

  it('is a label and nothing else in a picture', () => {
    expect(label('`a-b`.c > "x" | [y]')).toBe('#96;a-b#96;.c #62; #34;x#34; #124; #91;y#93;');
    expect(label('a'.repeat(80))).toHaveLength(59 + '#8230;'.length);
  });
});
