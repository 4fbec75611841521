import type { JsonSchema, Service } from '../model/service.js';

/** A schema and what its references are relative to. */
export interface LocatedSchema {
  readonly schema: JsonSchema;
  /** The whole schema that it is a part of: `#/$defs/X` means a part of this one. */
  readonly root: JsonSchema;
}

/** The shared schemas of a service. */
export type SharedSchemas = Service['schemas'];

/** What a `$ref` points to: `#/schemas/Name` a shared schema, any other `#…` a part of the schema it stands in. */
export function followRef(ref: string, root: JsonSchema, shared: SharedSchemas): LocatedSchema | undefined {
  const path = pathOf(ref);
  if (path === undefined) return undefined;
  const [top, name, ...inner] = path;
  if (top === 'schemas' && name !== undefined && Object.hasOwn(shared, name)) {
    const sharedRoot = shared[name] as JsonSchema;
    return locate(sharedRoot, inner);
  }
  return locate(root, path);
}

function pathOf(ref: string): string[] | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref)
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    return undefined;
  }
}

function locate(root: JsonSchema, path: readonly string[]): LocatedSchema | undefined {
  let value: unknown = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return isSchema(value) ? { schema: value, root } : undefined;
}

/** Whether a value has the form of a JSON Schema: an object or a boolean. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
