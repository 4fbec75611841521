import type { JsonSchema } from '../../model/service.js';
import { pascalCase } from '../../names.js';

/** The names of the shared schemas' types in generated/schemas.ts, by the names of the schemas; no two are equal. */
export function sharedTypeNames(schemas: Readonly<Record<string, JsonSchema>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(['JsonValue', 'JsonObject']);
  for (const schema of Object.keys(schemas)) {
    const pascal = pascalCase(schema);
    const wanted = /^[A-Za-z]/.test(pascal) ? pascal : `Schema${pascal}`;
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
    taken.add(name);
    names.set(schema, name);
  }
  return names;
}
