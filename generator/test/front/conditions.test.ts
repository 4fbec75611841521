import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import type { Signal } from '../../src/model/flow.js';

const input = {
  type: 'object',
  required: ['n', 's', 'flag', 'kind', 'lines', 'order'],
  properties: {
    n: { type: 'number' },
    i: { type: 'integer' },
    s: { type: 'string' },
    flag: { type: 'boolean' },
    maybe: { type: 'boolean' },
    kind: { enum: ['express', 'normal'] },
    void: { type: ['string', 'null'] },
    lines: { type: 'array' },
    order: {
      type: 'object',
      required: ['total'],
      properties: { total: { type: 'number' }, 'a.b`': { type: 'string' } },
    },
    card: {
      anyOf: [{ type: 'object', required: ['no'], properties: { no: { type: 'string' } } }, { type: 'null' }],
    },
    open: true,
    map: { type: 'object', additionalProperties: { type: 'integer' } },
  },
};

function checkWhen(...conditions: string[]) {
  const steps = {
    a: {
      output: {
        key: 'a-out',
        schema: { type: 'object', required: ['v'], properties: { v: { type: 'integer' } } },
      },
    },
    plain: { next: 'decide' },
    decide: { choice: conditions.map((when) => ({ when, next: 'b' })), otherwise: 'c' },
    b: { output: { key: 'bOut', schema: { type: 'string' } } },
    c: { next: 'd' },
    d: { choice: [{ when: 'input.n > 100000', next: 'decide' }], otherwise: 'end' },
  };
  const text = JSON.stringify(
    { service: 'shop', storage: { bucket: 'orders' }, workflows: { Order: { input, steps } } },
    null,
    1,
  );
  return checkSource({ path: 'workflow.yaml', text });
}

function found(...conditions: string[]): string[] {
  return checkWhen(...conditions).diagnostics.map(({ code }) => code);
}

function translated(condition: string): string | undefined {
  return checkWhen(condition)
    .flow?.get('Order')
    ?.expressions.get('workflows/Order/steps/decide/choice/0/when');
}

describe('a condition', () => {
  it.each([
    ['input.n > 1', '$states.input.signals.`input`.`n` > 1'],
    ['`a-out`.v = -1', '$states.input.signals.`a-out`.`v` = (-1)'],
    ['input.flag', '$states.input.signals.`input`.`flag` = true'],
    [
      '$not(input.maybe) and input.n<2',
      '$not($states.input.signals.`input`.`maybe` = true) and $states.input.signals.`input`.`n` < 2',
    ],
    ['$count(input.lines) >= 2', '$states.input.signals.`input`.`$count(lines)` >= 2'],
    ['$exists(bOut)', '$states.input.signals.`bOut`.`$exists()` = true'],
    [
      'input.order."total" * (1 + input.n) > 0',
      '$states.input.signals.`input`.`order.total` * (1 + $states.input.signals.`input`.`n`) > 0',
    ],
    ['input.order.`a.b` = 1', undefined],
    ['input.order."a.b`" = "x"', '$states.input.signals.`input`.`order.a%002eb%0060` = "x"'],
    [
      `input.kind in ['express'] or input.s = 'a$${'{b}'}%}'`,
      '$states.input.signals.`input`.`kind` in ["express"] or $states.input.signals.`input`.`s` = "a\\u0024{b}%\\u007d"',
    ],
    [
      'input.flag ? input.n > 1 : (input.n < 0 /* why */)',
      '$states.input.signals.`input`.`flag` = true ? $states.input.signals.`input`.`n` > 1 : $states.input.signals.`input`.`n` < 0',
    ],
  ])('%s', (condition, expected) => {
    expect(translated(condition)).toBe(expected);
  });

  it.each([
    ['input.i = 3', []],
    ['input.i > 3', ['maybe-missing']],
    ['input.i != 3', ['maybe-missing']],
    ['$exists(input.i) and input.i != 3', []],
    ['$exists(input.i) ? input.i > 3 : false', []],
    ['$not($exists(input.i)) or input.i > 3', []],
    ['input.void != null and $length(input.void) > 3', []],
    ['$exists(input.void) and input.void > "a"', ['expression-type']],
    ['input.maybe', []],
    ['$exists(input.card.no) and input.card.no = "1"', []],
    ['$length(input.card.no) = 1', ['maybe-missing']],
    ['input.map.any = 1', []],
    ['input.n', ['expression-type']],
    ['input.n = "1"', ['expression-type']],
    ['input.s < 1', ['expression-type']],
    ['input.s + 1 > 2', ['expression-type']],
    ['$length(input.n) > 2', ['expression-type']],
    ['$contains(input.s) ', ['expression-type']],
    ['$substring(input.s, 1.5) = "a"', ['expression-type']],
    ['input.open = 1', ['not-a-scalar']],
    ['$exists(input.open.anything)', []],
    ['input.order = 1', ['not-a-scalar']],
    ['$count(input.s) = 1', ['not-a-scalar']],
    ['input.order.totl = 1', ['unknown-property']],
    ['$exists(input.ordr)', ['unknown-property']],
    ['nothing.x = 1', ['unknown-read']],
    ['a.v = 1', ['unknown-read']],
    ['a-out.v = 1', ['unknown-read']],
    ['error.name = "x"', ['unknown-read']],
    ['bOut = "x"', ['read-before-write']],
    ['$exists(bOut) and bOut = "x"', []],
    ['`c-output`.x = 1', ['read-before-write']],
    ['`plain-output`.x = 1', ['not-a-scalar']],
    ['input.kind = "fast"', ['constant-condition']],
    ['input.kind = "fast" or input.n > 1', ['constant-condition']],
    ['input.s = null', ['constant-condition']],
    ['true', ['constant-condition']],
    ['input.kind = "normal" and input.kind = "express"', ['constant-condition']],
    ['input.n >', ['expression-syntax']],
    ['input.n > 1)', ['expression-syntax']],
    ['input.lines[0] = 1', ['expression-feature']],
    ['$sum(input.lines) = 1', ['expression-feature']],
    ['$now() = "x"', ['expression-feature']],
    ['input.n > 1; true', ['expression-syntax']],
    ['(input.n > 1; true)', ['expression-feature']],
    ['input.* = 1', ['expression-feature']],
    ['$states.input = 1', ['expression-feature']],
    ['input.n in input.lines', ['expression-feature']],
    ['input.n ? 1', ['expression-feature']],
    ['{"a": 1}.a = 1', ['expression-feature']],
    ['function($x) { $x }(1) = 1', ['expression-feature']],
  ])('%s: %j', (condition, codes) => {
    expect(found(condition)).toEqual(codes);
  });

  it('knows what the rules above have left', () => {
    expect(found('input.kind = "normal"', 'input.kind = "express"')).toEqual([]);
    expect(found('input.kind = "normal"', 'input.kind = "normal"')).toEqual(['constant-condition']);
    expect(found('input.n > 1', 'input.n  > 1')).toEqual(['constant-condition']);
    expect(found('$not($exists(input.i))', 'input.i > 3')).toEqual([]);
  });

  it.each([
    ['plain', 'input.amout > 1'],
    ['single-quoted', "'input.s = ''a'' and input.amout > 1'"],
    ['double-quoted', '"input.s = \\"\\u0061\\" and \\\n              input.amout > 1"'],
    ['folded', '>-\n              input.n > 2 and\n              input.amout > 1'],
    ['literal', '|\n              input.n > 2 and\n\n              input.amout > 1'],
  ])('is marked at the place of the mistake in a %s text', (_, written) => {
    const text = [
      'service: shop',
      'storage: { bucket: orders }',
      'workflows:',
      '  Order:',
      '    input: { type: object, required: [s, n], properties: { s: { type: string }, n: { type: number } } }',
      '    steps:',
      '      a:',
      '        choice:',
      '          - next: b',
      `            when: ${written}`,
      '        otherwise: b',
      '      b: {}',
    ].join('\n');
    const result = checkSource({ path: 'w', text });
    const places = result.diagnostics.map((diagnostic) => {
      const { line, column, endColumn } = result.locate(diagnostic);
      return text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
    });
    expect(places).toEqual(['amout']);
  });
});

describe('what expressions need', () => {
  const flow = checkWhen('`a-out`.v > input.n and $count(input.lines) > 2 and `a-out`.v < 9').flow?.get(
    'Order',
  );

  it('is handed over by who has written it, or reads the input first', () => {
    expect(flow?.steps.get('a')?.signals).toEqual([
      { key: 'a-out', path: ['v'], measure: 'value', name: 'v' },
    ]);
    expect(flow?.inputSignals.map(({ name }) => name)).toEqual(['n', '$count(lines)']);
    expect(flow).toMatchObject({ inputReader: 'a', separateInputReader: false });
  });

  it.each(['callback: {}', 'catch: [{ errors: [Bad], next: b }]', 'wait: 5'])(
    'is read first where the first step has %s',
    (first) => {
      const text = `service: shop\nstorage: { bucket: orders }\nworkflows:\n  Order:\n    input: { type: object, required: [n], properties: { n: { type: integer } } }\n    steps:\n      a: { ${first} }\n      b: { wait: { seconds: input.n } }\n`;
      const other = checkSource({ path: 'w', text }).flow?.get('Order');
      expect(other).toMatchObject({ inputReader: undefined, separateInputReader: true });
      expect(other?.expressions.get('workflows/Order/steps/b/wait/seconds')).toBe(
        '$states.input.signals.`input`.`n`',
      );
    },
  );
});

/** What the runtime hands over: scalars, counts and whether something is there. */
function handOver(signals: readonly Signal[], data: Readonly<Record<string, unknown>>) {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const { key, path, measure, name } of signals) {
    let value: unknown = data[key];
    for (const part of path) value = (value as Record<string, unknown> | undefined)?.[part];
    const measured = { value, count: (value as unknown[] | undefined)?.length, exists: value !== undefined }[
      measure
    ];
    if (measured !== undefined) groups[key] = { ...groups[key], [name]: measured };
  }
  return groups;
}

describe('the translation', () => {
  const numbers = fc.letrec<{ number: string; text: string; truth: string }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('input.n', '`a-out`.v', 'input.order.total', '$count(input.lines)', '3', '-2', '0.5'),
      fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
      tie('number').map((a) => `$floor(${a})`),
      tie('number').map((a) => `-${a}`),
      tie('text').map((a) => `$length(${a})`),
    ),
    text: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('input.s', 'input.kind', '"a"', "'b c'", '""'),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a} & ${b}`),
      tie('text').map((a) => `$uppercase(${a})`),
      tie('number').map((a) => `$string(${a})`),
      fc.tuple(tie('truth'), tie('text'), tie('text')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
    truth: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('input.flag', '$exists(input.i)', 'input.i = 3', '($exists(input.i) and input.i > 1)'),
      fc
        .tuple(tie('number'), fc.constantFrom('=', '!=', '<', '>='), tie('number'))
        .map(([a, o, b]) => `${a} ${o} ${b}`),
      fc.tuple(tie('text'), fc.constantFrom('=', '<'), tie('text')).map(([a, o, b]) => `${a} ${o} ${b}`),
      fc
        .tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth'))
        .map(([a, o, b]) => `(${a}) ${o} (${b})`),
      tie('truth').map((a) => `$not(${a})`),
      tie('text').map((a) => `$contains(${a}, "a")`),
      tie('text').map((a) => `${a} in ["a", "B"]`),
    ),
  }));
  const data = fc.record({
    input: fc.record(
      {
        n: fc.integer({ min: -5, max: 5 }),
        i: fc.integer({ min: 0, max: 4 }),
        s: fc.constantFrom('a', 'b', 'ab'),
        flag: fc.boolean(),
        kind: fc.constantFrom('express', 'normal'),
        lines: fc.array(fc.constant({})),
        order: fc.record({ total: fc.integer({ min: -5, max: 5 }) }),
      },
      { requiredKeys: ['n', 's', 'flag', 'kind', 'lines', 'order'] },
    ),
    'a-out': fc.record({ v: fc.integer({ min: -5, max: 5 }) }),
  });

  it('means what was written', async () => {
    await fc.assert(
      fc.asyncProperty(numbers.truth, data, async (condition, values) => {
        const flow = checkWhen(condition).flow?.get('Order');
        const text = flow?.expressions.get('workflows/Order/steps/decide/choice/0/when') ?? '';
        const signals = handOver(
          [...(flow?.inputSignals ?? []), ...(flow?.steps.get('a')?.signals ?? [])],
          values,
        );
        const states = { input: { processData: '0x0', signals } };
        const [meant, made] = await Promise.all([
          jsonata(condition).evaluate(values),
          jsonata(text).evaluate({}, { states }),
        ]);
        expect({ condition, text, made }).toEqual({ condition, text, made: meant });
      }),
      { numRuns: 300 },
    );
  });
});
