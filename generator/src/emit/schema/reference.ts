import type { JsonSchema } from '../../model/service.js';
import { isObject, isSchema, mapSubschemas } from './subschemas.js';

/** Where a `$ref` of the spec leads. */
export interface SchemaReference {
  /** Name of the shared schema, or `undefined` for the schema that holds the reference. */
  readonly shared: string | undefined;
  /** The rest of the pointer, unescaped; empty for the whole schema. */
  readonly pointer: readonly string[];
}

/** Reads a `$ref`: `#/schemas/Name…` is a shared schema, any other `#…` lies in the schema itself. */
export function parseReference(ref: string): SchemaReference {
  const parts = ref.replace(/^#\/?/, '').split('/').map(unescapePointer);
  if (parts[0] === 'schemas' && parts[1] !== undefined) return { shared: parts[1], pointer: parts.slice(2) };
  return { shared: undefined, pointer: parts.length === 1 && parts[0] === '' ? [] : parts };
}

/** The schema at a pointer, or `undefined` where there is none. */
export function schemaAt(root: JsonSchema, pointer: readonly string[]): JsonSchema | undefined {
  let current: unknown = root;
  for (const part of pointer) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[part];
  }
  return isSchema(current) ? current : undefined;
}

/** Names of the shared schemas that a schema refers to, directly and through others, sorted. */
export function sharedSchemasOf(
  schema: JsonSchema,
  shared: Readonly<Record<string, JsonSchema>>,
): readonly string[] {
  const found = new Set<string>();
  const visit = (inner: JsonSchema): JsonSchema => {
    if (!isObject(inner)) return inner;
    if (typeof inner.$ref === 'string') follow(parseReference(inner.$ref).shared);
    mapSubschemas(inner, visit);
    return inner;
  };
  const follow = (name: string | undefined): void => {
    if (name === undefined || found.has(name) || !Object.hasOwn(shared, name)) return;
    found.add(name);
    visit(shared[name] ?? true);
  };
  visit(schema);
  return [...found].sort();
}

function unescapePointer(part: string): string {
  return decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A reference is a URI fragment, so `%25` is `%`; what is not well encoded is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
