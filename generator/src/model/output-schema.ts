import { allStepsOf, outputOf } from './all-steps.js';
import type { JsonSchema, MapStep, Step } from './service.js';

/** What every downstream step writes while it does not wait for the child's end. */
const startedChild: JsonSchema = {
  type: 'object',
  required: ['downstreamExecutionArn', 'processData'],
  properties: { downstreamExecutionArn: { type: 'string' }, processData: { type: 'string' } },
};

/** The schema of what a step writes; `undefined` where it writes any value, or none. */
export function outputSchemaOf(step: Step | undefined): JsonSchema | undefined {
  const output = outputOf(step);
  if (output === undefined || step === undefined) return undefined;
  if (step.kind === 'downstream') return startedChild;
  return step.kind === 'map' ? listSchema(step) : output.schema;
}

/** The step inside a map whose outputs it collects. */
export function collectedStep(step: MapStep): Step | undefined {
  const key = step.output?.collect;
  return key === undefined ? undefined : allStepsOf(step).find((inner) => outputOf(inner)?.key === key);
}

/** A list of what is collected; where a map tolerates failures, null stands for what failed. */
function listSchema(step: MapStep): JsonSchema {
  const own = outputSchemaOf(collectedStep(step));
  if (own === undefined || refersToItself(own)) return { type: 'array' };
  const { $defs, items } = withoutDefinitions(own);
  return {
    type: 'array',
    items: step.tolerate === undefined ? items : { anyOf: [items, { type: 'null' }] },
    ...($defs === undefined ? {} : { $defs }),
  };
}

/** Definitions are found from the schema's root, which is now the list. */
function withoutDefinitions(schema: JsonSchema): { readonly $defs?: unknown; readonly items: JsonSchema } {
  if (typeof schema === 'boolean') return { items: schema };
  const { $defs, ...items } = schema;
  return $defs === undefined ? { items } : { $defs, items };
}

/** Whether a reference leads to a part of the schema that is no definition. */
function refersToItself(schema: JsonSchema): boolean {
  return /"\$ref":"#(?!\/(schemas|\$defs)\/)/.test(JSON.stringify(schema));
}
