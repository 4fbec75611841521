import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentNames } from '@sfs3/runtime/contract';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../schema/validators.js';
import { compileValidators, validatorsFile } from '../../scripts/compile-validators.js';

interface Schema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schema/workflow.schema.json'), 'utf8'),
);

describe('workflow.schema.json', () => {
  it('is a JSON Schema', () => {
    expect([checkSchema(schema), checkSchema.errors]).toEqual([true, null]);
  });

  it('is what the compiled validators are made of', async () => {
    await expect(await compileValidators()).toMatchFileSnapshot(fileURLToPath(validatorsFile));
  });

  it('describes every key', () => {
    const parts = Object.entries({ ...schema.$defs, '': schema });
    const silent = parts.flatMap(([name, part]) =>
      Object.entries(part.properties ?? {})
        .filter(([, property]) => describe_(property) === undefined)
        .map(([key]) => `${name}.${key}`),
    );
    expect(silent).toEqual([]);
  });

  it('keeps the environment variables of the generated functions', () => {
    const text = JSON.stringify(schema.$defs?.environment);
    for (const name of Object.values(environmentNames)) expect(text).toContain(`"${name}"`);
  });
});

function describe_(property: Schema): unknown {
  const target = String(property.$ref ?? '').replace('#/$defs/', '');
  return property.description ?? schema.$defs?.[target]?.description;
}
