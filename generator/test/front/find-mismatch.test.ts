import { describe, expect, it } from 'vitest';
import { mismatchFinder } from '../../src/json-schema/find-mismatch.js';
import type { JsonSchema } from '../../src/model/service.js';

const shared: Record<string, JsonSchema> = {
  Text: { type: 'string' },
  Node: { type: 'object', properties: { next: { $ref: '#/schemas/Node' }, value: { type: 'string' } } },
  Other: { type: 'object', properties: { next: { $ref: '#/schemas/Other' }, value: { type: 'number' } } },
  Endless: { anyOf: [{ $ref: '#/schemas/Endless' }, { type: 'string' }] },
};

function mismatch(source: JsonSchema, target: JsonSchema): string | undefined {
  const found = mismatchFinder(shared)(
    [{ schema: source, root: source }],
    [{ schema: target, root: target }],
  );
  return found && `${found.path.join('.')}: ${found.reason}`;
}

const object = (properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

describe('schemas that fit', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['the same type', { type: 'string' }, { type: 'string' }],
    ['an integer for a number', { type: 'integer' }, { type: 'number' }],
    ['one type for two', { type: 'string' }, { type: ['string', 'null'] }],
    ['anything for a type', true, { type: 'string' }],
    ['a type for anything', { type: 'string' }, {}],
    ['nothing for a type', false, { type: 'string' }],
    ['an enum for its type', { enum: ['a', 'b'] }, { type: 'string' }],
    ['a part of an enum', { const: 'a' }, { enum: ['a', 'b'] }],
    ['a boolean for both its values', { type: 'boolean' }, { enum: [true, false, null] }],
    [
      'more properties',
      object({ a: { type: 'string' }, b: true }, ['a']),
      object({ a: { type: 'string' } }, ['a']),
    ],
    ['a reference', { $ref: '#/schemas/Text' }, { type: 'string' }],
    ['a reference of its own', { $ref: '#/$defs/T', $defs: { T: { type: 'string' } } }, { type: 'string' }],
    ['an alternative', { type: 'string' }, { anyOf: [{ type: 'number' }, { type: 'string' }] }],
    ['alternatives', { oneOf: [{ const: 1 }, { const: 'a' }] }, { type: ['number', 'string'] }],
    ['allOf', { allOf: [{ type: 'string' }, { maxLength: 3 }] }, { type: 'string', maxLength: 5 }],
    [
      'bounds within bounds',
      { type: 'integer', minimum: 1, maximum: 5 },
      { type: 'integer', minimum: 0, exclusiveMaximum: 6 },
    ],
    ['no bounds at all', { type: 'integer' }, { type: 'integer', minimum: 0 }],
    ['a recursive schema', { $ref: '#/schemas/Node' }, { $ref: '#/schemas/Node' }],
    ['a reference without an end', { $ref: '#/schemas/Endless' }, { $ref: '#/schemas/Endless' }],
    ['what is not compared', { type: 'string' }, { type: 'string', not: { const: 'x' } }],
    ['items', { type: 'array', items: { type: 'integer' } }, { type: 'array', items: { type: 'number' } }],
    ['an unknown reference', { $ref: '#/schemas/Nothing' }, { type: 'string' }],
  ])('%s', (_, source, target) => {
    expect(mismatch(source, target)).toBeUndefined();
  });
});

describe('schemas that do not fit', () => {
  it.each<[JsonSchema, JsonSchema, string]>([
    [{ type: 'string' }, { type: 'number' }, ': is text, where a number is wanted'],
    [{ type: 'number' }, { type: 'integer' }, ': is a number, where a whole number is wanted'],
    [{ type: ['string', 'null'] }, { type: 'string' }, ': is text or null, where text is wanted'],
    [{ type: 'string' }, { enum: ['a', 'b'] }, ': is text, where only "a" or "b" may be'],
    [{ enum: ['a', 'c'] }, { enum: ['a', 'b'] }, ': is "a" or "c", where only "a" or "b" may be'],
    [{ type: 'string' }, false, ': is passed, where nothing may be'],
    [object({ a: { type: 'string' } }), object({}, ['a']), ': does not certainly have the property "a"'],
    [
      object({ a: object({ b: { type: 'string' } }) }),
      object({ a: object({ b: { type: 'null' } }) }),
      'a.b: is text, where null is wanted',
    ],
    [
      object({ a: true, x: true }),
      { ...(object({ a: true }) as object), additionalProperties: false },
      'x: is passed, where no other property may be',
    ],
    [
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'number' } },
      '[]: is text, where a number is wanted',
    ],
    [
      { type: 'string' },
      { anyOf: [{ type: 'number' }, { type: 'null' }] },
      ': is text, which is none of the alternatives there',
    ],
    [
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      { type: 'string' },
      ': is null, where text is wanted',
    ],
    [{ type: 'integer', minimum: -1 }, { type: 'integer', minimum: 0 }, ': may be below the minimum of 0'],
    [
      { type: 'integer', minimum: 0 },
      { type: 'integer', exclusiveMinimum: 0 },
      ': may be below the exclusiveMinimum of 0',
    ],
    [{ type: 'string', maxLength: 9 }, { type: 'string', maxLength: 5 }, ': may be above the maxLength of 5'],
    [{ enum: [1, 7] }, { type: 'integer', maximum: 5 }, ': may be above the maximum of 5'],
    [
      { $ref: '#/schemas/Node' },
      { $ref: '#/schemas/Other' },
      'next.value: is text, where a number is wanted',
    ],
  ])('%j → %j', (source, target, expected) => {
    expect(mismatch(source, target)).toBe(expected);
  });
});
