import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CompiledSchema } from '@sfs3/runtime/contract';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../src/emit/schema/version.js';
import { generate } from '../../src/generate.js';
import { Workspace } from './spec.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { Ajv2020: Reference } = createRequire(import.meta.url)('ajv/dist/2020.js') as {
  Ajv2020: typeof Ajv2020;
};

/** A schema, and values of which some fit. */
const cases: readonly { readonly schema: Record<string, unknown>; readonly values: readonly unknown[] }[] = [
  {
    schema: { type: 'string', minLength: 2, maxLength: 3 },
    values: ['a', 'ab', '👩‍👩‍👧', '😀😀', 'abcd', 1],
  },
  {
    schema: { type: 'array', uniqueItems: true },
    values: [
      [1, 2],
      [1, 1],
      [{ a: 1 }, { a: 1 }],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[1], [1, 2]],
    ],
  },
  { schema: { const: { a: [1, null] } }, values: [{ a: [1, null] }, { a: [1] }, { a: [1, null], b: 1 }] },
  { schema: { enum: [{ a: 1 }, 'x', null] }, values: [{ a: 1 }, 'x', null, { a: 2 }, undefined] },
  {
    schema: {
      type: 'object',
      patternProperties: { '^x-\\p{L}+$': { type: 'integer' } },
      additionalProperties: false,
    },
    values: [{ 'x-é': 1 }, { 'x-é': '1' }, { y: 1 }, {}],
  },
  {
    schema: { type: 'object', properties: { a: true }, unevaluatedProperties: false },
    values: [{ a: 1 }, { b: 1 }],
  },
  {
    schema: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    values: [['a'], ['a', 1], [1], []],
  },
  { schema: { type: 'string', format: 'date' }, values: ['2026-01-01', 'no date'] },
  {
    schema: { type: 'object', properties: { next: { $ref: '#' } }, required: ['v'] },
    values: [
      { v: 1, next: { v: 2 } },
      { v: 1, next: {} },
    ],
  },
  {
    schema: JSON.parse('{"if":{"type":"string"},"then":{"minLength":3},"else":{"type":"number"}}'),
    values: ['abc', 'a', 3, null],
  },
];

let workspace: Workspace;
beforeAll(() => {
  workspace = new Workspace();
  mkdirSync(workspace.path('js'));
  symlinkSync(join(root, 'node_modules'), workspace.path('node_modules'), 'dir');
});
afterAll(() => workspace.remove());

/** Generates a workflow with one step for each schema, and loads the validators that were made. */
async function validatorsOf(steps: readonly string[], shared = ''): Promise<readonly CompiledSchema[]> {
  const entries = steps
    .map((schema, index) => `      s${index}: { output: { schema: ${schema} } }\n`)
    .join('');
  workspace.write(
    `service: test\nstorage: { bucket: test-data }\n${shared}workflows:\n  Flow:\n    steps:\n${entries}`,
  );
  const { ok, diagnostics } = await generate({ specPath: workspace.specPath });
  expect(diagnostics).toEqual([]);
  expect(ok).toBe(true);
  return Promise.all(
    steps.map(async (_schema, index) => {
      const text = workspace.read(`generated/Flow/validators/s${index}-output.ts`);
      const file = workspace.path(`js/${steps.length}-${index}.mjs`);
      writeFileSync(file, transformSync(text, { loader: 'ts', format: 'esm' }).code);
      const module = (await import(pathToFileURL(file).href)) as { readonly schema: CompiledSchema };
      return module.schema;
    }),
  );
}

describe('a compiled validator', () => {
  it('agrees with ajv on each value', async () => {
    const validators = await validatorsOf(cases.map(({ schema }) => JSON.stringify(schema)));
    const ajv = new Reference({ strict: false, validateFormats: false });
    for (const [index, { schema, values }] of cases.entries()) {
      for (const value of values) {
        const place = `${JSON.stringify(schema)} of ${JSON.stringify(value)}`;
        expect(validators[index]?.validate(value), place).toBe(ajv.validate(schema, value));
      }
    }
  });

  it('follows references to shared schemas, and reports every violation with its path', async () => {
    const shared =
      'schemas:\n  Line: { type: object, required: [n], properties: { n: { $ref: "#/$defs/N" } }, $defs: { N: { type: integer } } }\n';
    const [lines] = await validatorsOf(['{ type: array, items: { $ref: "#/schemas/Line" } }'], shared);
    expect(lines?.validate([{ n: 1 }])).toBe(true);
    expect(lines?.validate([{ n: 'x' }, {}])).toBe(false);
    expect(lines?.validate.errors?.map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([
      ['/0/n', 'type'],
      ['/1', 'required'],
    ]);
  });
});

describe('the version of a schema', () => {
  const shared = { A: { type: 'string' }, B: { $ref: '#/schemas/A' }, C: { type: 'null' } } as const;
  it('changes with what it refers to, and with nothing else', () => {
    const version = schemaVersion({ $ref: '#/schemas/B' }, shared);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(schemaVersion({ $ref: '#/schemas/B' }, { ...shared, C: { type: 'string' } })).toBe(version);
    expect(schemaVersion({ $ref: '#/schemas/B' }, { ...shared, A: { type: 'null' } })).not.toBe(version);
    expect(schemaVersion({ minimum: 1, maximum: 2 }, {})).toBe(schemaVersion({ maximum: 2, minimum: 1 }, {}));
    expect(schemaVersion({ enum: [1, 2] }, {})).not.toBe(schemaVersion({ enum: [2, 1] }, {}));
  });
});
