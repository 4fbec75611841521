import { outputObjectKey } from '../contract/keys.js';
import type { OutputReference } from '../contract/output-reference.js';
import type { Visit } from '../step/visit.js';

/** What stands in a document for an output that is not in it: where it lies. */
export function outputReference({ workflow, event, bucket }: Visit, key: string): OutputReference {
  return { $ref: `s3://${bucket.name}/${outputObjectKey(workflow, event.processData, key)}` };
}
