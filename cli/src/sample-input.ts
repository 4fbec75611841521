import type { JsonSchema, Service, Workflow } from '@sfs3/generator';

/** The first of the `examples` in a workflow's input schema, where it is an object; else an empty object. */
export function sampleInput(service: Service, workflow: Workflow): object {
  const schema = followReference(service, workflow.input);
  const examples = typeof schema === 'object' ? schema.examples : undefined;
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? first : {};
}

/** An input that is nothing but a reference to a shared schema has that schema's examples. */
function followReference(service: Service, schema: JsonSchema): JsonSchema {
  const seen = new Set<string>();
  let current = schema;
  while (typeof current === 'object' && current.examples === undefined && typeof current.$ref === 'string') {
    const name = /^#\/schemas\/([^/]+)$/.exec(current.$ref)?.[1];
    const next = name === undefined || seen.has(name) ? undefined : service.schemas[name];
    if (name === undefined || next === undefined) return current;
    seen.add(name);
    current = next;
  }
  return current;
}
