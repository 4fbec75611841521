import { allStepsOf, outputOf } from './all-steps.js';
import type { DownstreamStep, JsonSchema, MapStep, Step } from './service.js';

/** The schema of the document that a workflow of this file ends with. */
export type DocumentSchemaOf = (workflow: string) => JsonSchema;

/** The schema of what a step writes; `undefined` where it writes any value, or none. */
export function outputSchemaOf(
  step: Step | undefined,
  documentSchemaOf: DocumentSchemaOf,
): JsonSchema | undefined {
  const output = outputOf(step);
  if (output === undefined || step === undefined) return undefined;
  if (step.kind === 'map') return listSchema(step, documentSchemaOf);
  if (step.kind !== 'downstream') return output.schema;
  return step.wait ? awaitedSchema(step, documentSchemaOf) : startedSchema;
}

/** The step inside a map whose outputs it collects. */
export function collectedStep(step: MapStep): Step | undefined {
  const key = step.output?.collect;
  return key === undefined ? undefined : allStepsOf(step).find((inner) => outputOf(inner)?.key === key);
}

/** A list of what is collected; where a map tolerates failures, null stands for what failed. */
function listSchema(step: MapStep, documentSchemaOf: DocumentSchemaOf): JsonSchema {
  const own = outputSchemaOf(collectedStep(step), documentSchemaOf);
  if (own === undefined) return { type: 'array' };
  return step.tolerate === undefined
    ? { type: 'array', items: withRefsBelow(own, '#/items') }
    : { type: 'array', items: { anyOf: [withRefsBelow(own, '#/items/anyOf/0'), { type: 'null' }] } };
}

const started = { downstreamExecutionArn: { type: 'string' }, processData: { type: 'string' } } as const;

/** What a downstream step writes that does not wait for the child's end. */
const startedSchema: JsonSchema = { type: 'object', required: Object.keys(started), properties: started };

function awaitedSchema({ target }: DownstreamStep, documentSchemaOf: DocumentSchemaOf): JsonSchema {
  const document = target.kind === 'local' ? documentSchemaOf(target.workflow) : { type: 'object' };
  return {
    type: 'object',
    required: [...Object.keys(started), 'document'],
    properties: { ...started, document: { $ref: '#/$defs/document' } },
    $defs: { document: withRefsBelow(document, '#/$defs/document') },
  };
}

/** A schema that becomes a part of another one: its own references lead to where it stands there. */
export function withRefsBelow(schema: JsonSchema, place: string): JsonSchema {
  return rewrite(schema, place) as JsonSchema;
}

/** What only looks like a reference, as in an example, is no longer read by anybody, and so may change too. */
function rewrite(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isOwn = name === '$ref' && typeof inner === 'string' && /^#(?!\/schemas\/)/.test(inner);
      return [name, isOwn ? `${place}${inner.slice(1)}` : rewrite(inner, place)];
    }),
  );
}
