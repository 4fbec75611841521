import type { OutputDefinition } from '../contract/definition.js';
import { metadataNames } from '../contract/metadata.js';
import type { VisitScope } from '../step/visit.js';

/** The metadata that says who wrote an object, and at which visit; of an output also against which schema. */
export function provenanceOf(
  { workflow, step, event }: VisitScope,
  { schema }: Pick<OutputDefinition, 'schema'> = {},
): Record<string, string> {
  return {
    [metadataNames.workflow]: workflow,
    [metadataNames.step]: step,
    [metadataNames.execution]: event.execution,
    [metadataNames.entered]: event.entered,
    ...(schema ? { [metadataNames.schema]: schema.version } : {}),
  };
}
