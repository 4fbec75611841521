import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { printYaml } from '../../src/emit/serverless/print-yaml.js';
import type { YamlValue } from '../../src/emit/serverless/types.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'null',
    'Null',
    'yes',
    'y',
    '1',
    '1e3',
    '0x1f',
    '~',
    '',
    '-',
    '- a',
    'a: b',
    'a #b',
    ':',
    'a:',
    '*',
    '&a',
    '!x',
  ),
  fc.constantFrom(
    `\${a}`,
    `\${file(x)}`,
    '.5',
    '.inf',
    '=',
    '<<',
    '2012-10-17',
    '1:30',
    's3:*',
    '\u2028',
    '"',
    "'",
    '#',
    '%',
  ),
);
const value = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

it.each(['1.1', '1.2'] as const)('prints what a reader of YAML %s reads back', (version) => {
  fc.assert(
    fc.property(
      fc.dictionary(
        text.filter((key) => key !== '__proto__' && key !== '<<'),
        value,
        { minKeys: 1, noNullPrototype: true },
      ),
      (document) => {
        expect(parse(printYaml(document), { version, merge: false })).toEqual(document);
      },
    ),
    { numRuns: 300 },
  );
});
