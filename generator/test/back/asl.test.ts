import { retryTable } from '@sfs3/runtime/errors';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { printStateMachine } from '../../src/emit/asl/print.js';
import { emitRetry } from '../../src/emit/asl/retry.js';
import { emitStateMachine } from '../../src/emit/asl/state-machine.js';
import type { State, StateMachine } from '../../src/emit/asl/types.js';
import { inert } from '../../src/emit/serverless/naming.js';

const rule = { errors: ['Slow'], interval: 2, backoff: 1.5, attempts: 4, jitter: false } as const;

describe('a Retry list', () => {
  it('has the rules of the spec before those of the runtime', () => {
    const { Retry: retry = [] } = emitRetry({ rules: [{ ...rule, maxDelay: 9 }], defaults: true });
    expect(retry[0]).toEqual({
      ErrorEquals: ['Slow'],
      IntervalSeconds: 2,
      BackoffRate: 1.5,
      MaxAttempts: 4,
      MaxDelaySeconds: 9,
      JitterStrategy: 'NONE',
    });
    expect(retry.slice(1).map(({ ErrorEquals }) => ErrorEquals)).toEqual(
      retryTable.map(({ errors }) => errors),
    );
  });

  it('ends with States.ALL, behind which Step Functions takes nothing', () => {
    const all = { ...rule, errors: ['States.ALL'] };
    expect(emitRetry({ rules: [rule, all, rule], defaults: true }).Retry).toHaveLength(2);
  });

  it('is not there for `retry: none`', () => {
    expect(emitRetry({ rules: [], defaults: false })).toEqual({});
  });
});

describe('a state machine', () => {
  const machineOf = (text: string): StateMachine => {
    const { service, flow } = checkSource({ path: 'workflow.yaml', text });
    const workflow = service?.workflows[0];
    const workflowFlow = flow?.get(workflow?.name ?? '');
    if (workflow === undefined || workflowFlow === undefined) throw new Error('The spec has mistakes.');
    return emitStateMachine(workflow, workflowFlow);
  };
  const spec = (steps: string): string =>
    `service: test\nstorage: { bucket: test-data }\nworkflows:\n  Flow:\n    steps:\n${steps}`;

  it('goes where `next` says, and ends where the last step publishes, or in a state that does nothing else', () => {
    const { States } = machineOf(
      spec(
        '      a: { next: c }\n      b: { next: end }\n      c: { downstream: { stateMachine: "arn:aws:states:eu-central-1:123456789012:stateMachine:X" }, next: b }\n',
      ),
    );
    expect(Object.entries(States).map(([name, state]) => [name, nextOf(state)])).toEqual([
      ['a', 'c'],
      ['b', 'end'],
      ['c', 'b'],
    ]);
    const published = machineOf(spec('      a: {}\n      c: {}\n    document: { publish: separate }\n'));
    expect(nextOf(published.States.c)).toBe('publish-document');
    expect(nextOf(published.States['publish-document'])).toBe('end');
  });

  it('gives a task a second more than its function has, and no Retry where none is wanted', () => {
    const { States } = machineOf(spec('      a: { timeout: 42, retry: none }\n'));
    expect(States.a).toMatchObject({ TimeoutSeconds: 43 });
    expect(States.a).not.toHaveProperty('Retry');
  });

  it('holds the text of the spec as text', () => {
    const machine = machineOf(
      spec(
        `      a: { description: '\${FlowAFunctionArn} {% 1 %} "FunctionName": "\${FlowAFunctionArn}"' }\n`,
      ),
    );
    const printed = printStateMachine(machine);
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(machine)));
    expect(printed.match(/\$\{/g)).toHaveLength(1);
    expect(machineOf(spec(`      a: { description: '{% $x %}' }\n`)).States.a?.Comment).toBe(' {% $x %}');
  });
});

describe('text in serverless.yml', () => {
  it('is kept from the variables of the framework', () => {
    const dollar = '$';
    expect(inert('no variable')).toBe('no variable');
    expect(inert(`${dollar}{env:HOME}`)).toBe(`\\${dollar}{env:HOME}`);
    expect(inert(`\\${dollar}{x}`)).toBe(`\\\\\\${dollar}{x}`);
    expect(inert(`a${dollar}${dollar}{x}`)).toEqual({ 'Fn::Join': ['', [`a${dollar}`, `\\${dollar}{x}`]] });
  });
});

function nextOf(state: State | undefined): string | undefined {
  if (state === undefined) return undefined;
  return 'Next' in state && state.Next !== undefined ? state.Next : 'end';
}
