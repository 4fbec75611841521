import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { outputOf } from '../../src/model/all-steps.js';
import { check, withSteps } from './check.js';

const rootSpec = readFileSync(join(import.meta.dirname, '../../../workflow.yaml'), 'utf8');

describe('checkSource', () => {
  it('finds nothing wrong in the root spec', () => {
    const { diagnostics, service, flow } = checkSource({ path: 'workflow.yaml', text: rootSpec });
    expect(diagnostics).toEqual([]);
    expect(service?.workflows.map(({ name }) => name)).toEqual(['ProcessA', 'downstream']);
    expect([...(flow?.get('ProcessA')?.steps.get('step-c')?.certain ?? [])]).toEqual([
      'step-a-output',
      'step-b-output',
    ]);
  });

  it('finds the mistakes of all stages in one run, in source order', () => {
    const text = [
      'service: shop',
      'storage: { bucket: Orders }',
      'functions: { memory: 64 }',
      'workflows:',
      '  Order:',
      '    input: { type: objct }',
      '    triggers:',
      '      - http: POST orders',
      '    steps:',
      '      charge: { output: receipt, colour: red }',
      '      pack: { reads: [receit] }',
      '      send: { output: receipt, next: notfy }',
      '      notify: { downstream: Mail, environment: { AWS_REGION: x } }',
    ].join('\n');
    expect(check(text)).toEqual([
      '2:20 bad-bucket',
      '3:22 out-of-range',
      '6:20 invalid-schema',
      '8:15 bad-route',
      '10:34 unknown-key',
      '11:23 unknown-read',
      '12:23 duplicate-output',
      '12:38 unknown-target',
      '13:29 unknown-workflow',
      '13:50 reserved-environment',
    ]);
  });

  it('checks the other workflows when one is broken', () => {
    const text = `${withSteps('      charge: [1]\n      send: { reads: [nobody-knows] }\n')}  Pay:\n    steps:\n      pay: { next: there }\n`;
    expect(check(text)).toEqual(['6:15 wrong-type', '10:20 unknown-target']);
  });

  it.each([
    [
      'an unsafe name that others refer to',
      '      charge card: {}\n      send: { next: end }\n',
      ['6:7 unsafe-name'],
    ],
    [
      'a broken output that others read',
      '      charge: { output: 5 }\n      send: { reads: [receipt] }\n',
      ['6:25 wrong-type'],
    ],
    ['a map that is broken', '      a: { map: [] }\n      b: { reads: [x] }\n', ['6:17 wrong-type']],
    [
      'a choice that is broken',
      '      a: { choice: [{ when: 5, next: z }] }\n      b: { reads: [x] }\n',
      ['6:29 wrong-type'],
    ],
    [
      'a broken step in a branch that others read',
      '      a: { parallel: { x: { steps: { b: { output: 5 } } } } }\n      c: { reads: [b-output] }\n',
      ['6:51 wrong-type'],
    ],
    [
      'a shared schema that is broken and used by a condition',
      '      a: { output: { schema: { $ref: "#/schemas/Nothing" } } }\n      b: { choice: [{ when: \'`a-output`.x = 1\', next: end }] }\n      c: {}\n',
      ['6:38 unknown-ref'],
    ],
    [
      'a property of a broken schema',
      "      a: { output: { schema: { type: object, required: [x], properties: { x: { type: strng } } } } }\n      b: { choice: [{ when: '`a-output`.x = 1', next: end }] }\n      c: {}\n",
      ['6:86 invalid-schema'],
    ],
    ['a loop before other steps', '      a: {}\n      b: { next: a }\n      c: {}\n', ['7:18 endless-loop']],
    [
      'an unknown target before other steps',
      '      a: { next: z }\n      b: {}\n      c: { next: b }\n',
      ['6:18 unknown-target'],
    ],
  ])('has one diagnostic for %s', (_, steps, expected) => {
    expect(check(withSteps(steps))).toEqual(expected);
  });

  it('checks the stage that is given from outside', () => {
    const text = withSteps('      charge: {}\n');
    expect(check(text, { stage: 'prod' })).toEqual([]);
    expect(check(text, { stage: 'Prod' })).toEqual(['1:1 bad-stage']);
    expect(checkSource({ path: 'w', text }, { stage: 'prod' }).service?.stage).toBe('prod');
  });

  it('gives the same result for the same text, and a model that nobody can change', () => {
    const [first, second] = [1, 2].map(() => checkSource({ path: 'workflow.yaml', text: rootSpec }));
    expect(first?.service).toEqual(second?.service);
    expect(Object.isFrozen(outputOf(first?.service?.workflows[0]?.steps[0])?.schema)).toBe(true);
  });

  it('says a mistake once that an alias repeats', () => {
    const text = withSteps(
      '      a: { environment: &shared { BUCKET_NAME: x } }\n      b: { environment: *shared }\n',
    );
    expect(check(text)).toEqual(['6:35 reserved-environment']);
  });
});
