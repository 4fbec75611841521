import type { CompiledSchema } from '../contract/definition.js';
import type { SchemaProblem } from '../errors/validation.js';

/** What of a value breaks a schema; empty where nothing does. */
export function problemsOf(schema: CompiledSchema, value: unknown): readonly SchemaProblem[] {
  if (schema.validate(value)) return [];
  const problems = (schema.validate.errors ?? []).map((violation) => ({
    path: violation.instancePath,
    rule: violation.keyword,
    message: violation.message ?? 'breaks the rule',
  }));
  return problems.length > 0 ? problems : [{ path: '', rule: 'schema', message: 'breaks the schema' }];
}
