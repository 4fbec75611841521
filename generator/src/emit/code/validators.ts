import type { Artifact } from '../../artifact.js';
import type { JsonSchema } from '../../model/service.js';
import { hasInputSchema, owned, type WorkflowContext } from '../emit-context.js';
import { loadValidatorCompiler, type ValidatorSource } from '../schema/validator.js';
import { schemaVersion } from '../schema/version.js';
import { validatorFile } from './identifiers.js';
import { literal } from './literal.js';

/** `<workflow>/validators/<key>.ts`: one module for each key that has a schema, and `input.ts`. */
export async function emitValidators(context: WorkflowContext): Promise<readonly Artifact[]> {
  const { workflow } = context;
  const input = hasInputSchema(workflow.input) ? [['input', workflow.input] as const] : [];
  const schemas = [...input, ...context.outputSchemas];
  if (schemas.length === 0) return [];
  const compile = await loadValidatorCompiler();
  const shared = context.service.schemas;
  // Schemas that are alike have one version, and so one validator.
  const byVersion = new Map<string, ValidatorSource>();
  return schemas.map(([key, schema]) => {
    const version = schemaVersion(schema, shared);
    const source = byVersion.get(version) ?? compile(schema, shared);
    byVersion.set(version, source);
    return owned(
      `${workflow.name}/validators/${validatorFile(key)}.ts`,
      renderValidator(context, source, version),
    );
  });
}

function renderValidator(context: WorkflowContext, source: ValidatorSource, version: string): string {
  return context.render('validator', {
    imports: source.imports.join(', '),
    code: source.code,
    name: source.name,
    version: literal(version),
  });
}

/** Whether a read or an output has a validator. */
export function schemaOf(context: WorkflowContext, key: string): JsonSchema | undefined {
  if (key !== 'input') return context.outputSchemas.get(key);
  return hasInputSchema(context.workflow.input) ? context.workflow.input : undefined;
}
