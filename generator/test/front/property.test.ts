import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkSource } from '../../src/check-source.js';
import { diagnosticCodes } from '../../src/codes.js';
import { renderText } from '../../src/report/render.js';

const name = fc.constantFrom(
  'a',
  'b',
  'c',
  'step-a',
  'A',
  'constructor',
  '__proto__',
  'end',
  'input',
  'a b',
  '',
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), name);
const schema: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anything,
    fc.boolean(),
    fc.record(
      {
        type: fc.constantFrom('object', 'string', 'integer', 'strng', ['string', 'null']),
        $ref: fc.constantFrom('#/schemas/a', '#/schemas/b', '#', '#/$defs/a', 'x'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.array(name),
        anyOf: fc.array(tie('schema'), { maxLength: 2 }),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        items: tie('schema'),
        enum: fc.array(anything),
        minimum: fc.integer(),
      },
      { requiredKeys: [] },
    ),
  ),
})).schema;
const target = fc.oneof(name, fc.constantFrom('a', 'b', 'end'));
const expression = fc.oneof(
  fc.string(),
  fc
    .array(
      fc.constantFrom(
        'input',
        '.',
        'x',
        '`a-output`',
        '$exists(',
        ')',
        '=',
        ' and ',
        '>',
        '1',
        '"',
        '[',
        '?',
        ':',
        ' in ',
        '$',
        '-',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const step: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  step: fc.oneof({ maxDepth: 3 }, anything, anyStep(tie('step'))),
})).step;

function anyStep(inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.record(
    {
      next: target,
      reads: fc.array(fc.oneof(name, fc.constantFrom('a-output', 'b-output?', 'input', 'error', 'error?'))),
      output: fc.oneof(name, fc.record({ key: name, schema }, { requiredKeys: [] })),
      downstream: fc.oneof(
        name,
        fc.dictionary(fc.constantFrom('workflow', 'service', 'stateMachine', 'wait'), anything),
      ),
      retry: fc.oneof(fc.constant('none'), fc.array(fc.record({ errors: fc.array(name) }))),
      environment: fc.dictionary(name, anything),
      choice: fc.oneof(anything, fc.array(fc.record({ when: expression, next: target }), { maxLength: 3 })),
      otherwise: target,
      parallel: fc.dictionary(name, fc.record({ steps: fc.dictionary(name, inner, { maxKeys: 3 }) }), {
        maxKeys: 2,
      }),
      wait: fc.oneof(
        anything,
        fc.nat(),
        fc.record({ seconds: expression }),
        fc.record({ until: expression }),
      ),
      callback: fc.oneof(
        anything,
        fc.record({ timeout: fc.nat(), heartbeat: fc.nat() }, { requiredKeys: [] }),
      ),
      succeed: fc.oneof(fc.constant({}), anything),
      fail: fc.oneof(anything, fc.record({ error: name })),
      catch: fc.array(fc.record({ errors: fc.array(name), next: target }, { requiredKeys: [] })),
    },
    { requiredKeys: [] },
  );
}
const workflow = fc.record(
  {
    steps: fc.dictionary(name, step, { maxKeys: 5 }),
    input: schema,
    triggers: fc.array(
      fc.oneof(fc.record({ http: fc.constantFrom('POST /a', 'GET /a/{x}', '/', 5) }), anything),
    ),
    document: anything,
  },
  { requiredKeys: ['steps'] },
);
const spec = fc.record(
  {
    service: name,
    storage: fc.record({ bucket: fc.constantFrom('orders', 'B', '') }),
    schemas: fc.dictionary(name, schema, { maxKeys: 3 }),
    functions: anything,
    workflows: fc.dictionary(name, workflow, { maxKeys: 3 }),
  },
  { requiredKeys: ['workflows'] },
);

function hold(text: string): void {
  const source = { path: 'workflow.yaml', text };
  const report = checkSource(source);
  const lines = text.split('\n').length;
  for (const diagnostic of report.diagnostics) {
    const { line, column } = report.locate(diagnostic);
    expect(diagnosticCodes).toContain(diagnostic.code);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  const failed = report.diagnostics.some(({ severity }) => severity === 'error');
  expect(report.service === undefined).toBe(failed);
  expect(renderText(report, source) === '').toBe(report.diagnostics.length === 0);
}

describe('the front half of the compiler', () => {
  it('never fails on a spec, whatever it holds', () => {
    fc.assert(
      fc.property(spec, (value) => hold(stringify(value))),
      { numRuns: 300 },
    );
  });

  it('never fails on a text, whatever it holds', () => {
    const letters = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&x',
      '*x',
      '"',
      "'",
      '|',
      '#',
      '\t',
      '!',
      '?',
      '%',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => hold(parts.join(''))),
      { numRuns: 1_000 },
    );
  });
});
