import type { Random } from '../front/random-flow.js';
import type { Mutation } from './mutations.js';
import { type Schema, type Spec, stepsOf } from './spec.js';

type OpenSchema = Exclude<Schema, boolean>;
const types = ['string', 'integer', 'number', 'boolean', 'null', 'array'];

/** Changes what schemas promise. */
export const narrowings: Readonly<Record<string, Mutation>> = {
  'require less': (spec, random) =>
    onSchema(spec, random, hasRequired, (schema) => {
      const required = schema.required as string[];
      required.splice(random.below(required.length), 1);
    }),
  'require more': (spec, random) =>
    onSchema(spec, random, hasProperties, (schema) => {
      const name = random.pick(Object.keys(schema.properties as object));
      schema.required = [...new Set([...((schema.required as string[] | undefined) ?? []), name])];
    }),
  'have another type': (spec, random) =>
    onSchema(spec, random, isPlain, (schema) => {
      schema.type = random.pick(types.filter((type) => type !== schema.type));
    }),
  'may be null': (spec, random) =>
    onSchema(
      spec,
      random,
      (schema) => isPlain(schema) && schema.type !== 'null',
      (schema) => {
        schema.type = [schema.type, 'null'];
      },
    ),
  'have one property less': (spec, random) =>
    onSchema(spec, random, hasProperties, (schema) => {
      const properties = schema.properties as Record<string, Schema>;
      const name = random.pick(Object.keys(properties));
      delete properties[name];
      if (hasRequired(schema))
        schema.required = (schema.required as string[]).filter((other) => other !== name);
    }),
};

function onSchema(
  spec: Spec,
  random: Random,
  fits: (schema: OpenSchema) => boolean,
  apply: (schema: OpenSchema) => void,
): boolean {
  const candidates = schemasOf(spec).flatMap(within).filter(fits);
  if (candidates.length === 0) return false;
  apply(random.pick(candidates));
  return true;
}

function schemasOf({ schemas = {}, workflows = {} }: Spec): unknown[] {
  const own = Object.values(workflows).flatMap((workflow) => [
    workflow.input,
    ...stepsOf(workflow).map(({ step: { output } }) =>
      typeof output === 'object' ? output.schema : undefined,
    ),
  ]);
  return [...Object.values(schemas), ...own];
}

/** A schema and those within it. What is named in an example or an enum is none. */
function within(schema: unknown): OpenSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, $defs = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema as OpenSchema;
  const inner = [properties, $defs, allOf, anyOf, oneOf].flatMap((part) => Object.values(part as object));
  return [schema as OpenSchema, ...[...inner, items].flatMap(within)];
}

function hasRequired({ required }: OpenSchema): boolean {
  return Array.isArray(required) && required.length > 0;
}

function hasProperties({ properties }: OpenSchema): boolean {
  return Object.keys((properties as object | undefined) ?? {}).length > 0;
}

/** A schema that says no more than a type, of which no input is made. */
function isPlain(schema: OpenSchema): boolean {
  return (
    typeof schema.type === 'string' && schema.type !== 'object' && !('enum' in schema) && !('const' in schema)
  );
}
