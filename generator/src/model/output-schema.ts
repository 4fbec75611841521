import { outputOf } from './all-steps.js';
import type { JsonSchema, Step } from './service.js';

/** What every downstream step writes while it does not wait for the child's end. */
const startedChild: JsonSchema = {
  type: 'object',
  required: ['downstreamExecutionArn', 'processData'],
  properties: { downstreamExecutionArn: { type: 'string' }, processData: { type: 'string' } },
};

/** The schema of what a step writes; `undefined` where it writes any value, or none. */
export function outputSchemaOf(step: Step | undefined): JsonSchema | undefined {
  const output = outputOf(step);
  return output !== undefined && step?.kind === 'downstream' ? startedChild : output?.schema;
}
