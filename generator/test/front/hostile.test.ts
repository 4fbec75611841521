import { describe, expect, it } from 'vitest';
import { checkSource } from '../../src/check-source.js';
import { renderJson, renderText } from '../../src/report/render.js';
import { check, withSteps } from './check.js';

describe('hostile input', () => {
  it.each(['a"b', "a'b", 'a*/b', 'a`b', `a${'{b}'}`, 'a\\u2028b', 'a\\nb', '../x', 'a\\0b', '', 'ä', '<b>'])(
    'refuses the step name %j',
    (name) => {
      expect(check(withSteps(`      ${JSON.stringify(name).replaceAll('\\\\', '\\')}: {}\n`))).toEqual([
        '6:7 unsafe-name',
      ]);
    },
  );

  it('shows nothing that a terminal would act upon', () => {
    const text = withSteps('      "a\\e[31mb": {}\n      c: { next: "x\\u202ey" } # \u001b[2J\n');
    const source = { path: 'work\u001b[1mflow.yaml', text };
    const shown = renderText(checkSource(source), source);
    expect(shown).toContain('unsafe-name');
    expect(shown).toContain('unknown-target');
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });

  it.each(['"', "'", '*/', '`', `${'{x}'}`, '\u2028', '</script>', '{{x}}'])(
    'keeps %j in a description as it is',
    (mark) => {
      const text = withSteps(`      a: { description: ${JSON.stringify(`x ${mark} y`)} }\n`);
      expect(checkSource({ path: 'w', text }).service?.workflows[0]?.steps[0]?.description).toBe(
        `x ${mark} y`,
      );
    },
  );

  it('is not confused by names of the prototype', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const steps = names.map((name) => `      ${name}: { environment: { ${name}: x } }\n`).join('');
    expect(check(withSteps(steps))).toEqual([]);
    expect(check(withSteps('      a: { next: toString, reads: [constructor] }\n'))).toEqual([
      '6:18 unknown-target',
      '6:36 unknown-read',
    ]);
    expect(check(withSteps('      a: { output: { schema: { $ref: "#/schemas/constructor" } } }\n'))).toEqual([
      '6:38 unknown-ref',
    ]);
  });

  it('reads a key named __proto__ as a mistake and changes no prototype', () => {
    expect(check('__proto__: { polluted: true }\n')).toContain('1:1 unsafe-name');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['closed brackets', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['maps', `${'{a: '.repeat(3_000)}1${'}'.repeat(3_000)}`],
    ['indentation', Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('survives nested %s', (_, text) => {
    const [only, ...others] = checkSource({ path: 'w', text }).diagnostics;
    expect(['yaml-limit', 'yaml-syntax']).toContain(only?.code);
    expect(others).toEqual([]);
  });

  it('stops at aliases that stand for billions of values', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const item = level === 0 ? '1' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(10).fill(item).join(', ')}]`;
    });
    expect(checkSource({ path: 'w', text: levels.join('\n') }).diagnostics.map(({ code }) => code)).toEqual([
      'yaml-limit',
    ]);
  });

  it('reads a byte order mark and Windows line ends', () => {
    const text = `\uFEFF${withSteps('      charge: { next: nowhere }\n').replaceAll('\n', '\r\n')}`;
    expect(check(text)).toEqual(['6:23 unknown-target']);
    expect(
      check(`\uFEFFservice: 5\r\nstorage: { bucket: orders }\r\nworkflows: { A: { steps: { a: } } }`),
    ).toEqual(['1:10 wrong-type']);
    const source = { path: 'w', text };
    expect(renderText(checkSource(source), source)).not.toContain('\r');
  });

  it('gives tools one JSON array', () => {
    const source = { path: 'spec.yaml', text: withSteps('      charge: { next: nowhere }\n') };
    expect(JSON.parse(renderJson(checkSource(source), source))).toEqual([
      {
        file: 'spec.yaml',
        line: 6,
        column: 23,
        endLine: 6,
        endColumn: 30,
        code: 'unknown-target',
        severity: 'error',
        message: 'Step "charge" goes to "nowhere", which is not a step.',
      },
    ]);
  });
});
