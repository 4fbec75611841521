import { uploadRead } from '@sfs3/runtime/contract';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import { mismatchFinder } from '../json-schema/find-mismatch.js';
import type { Service, Workflow } from '../model/service.js';
import { uploadSchema } from '../model/upload-input.js';
import { listOf, quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Inputs that do not take what an s3 trigger starts with: `{upload: …}` and nothing else. */
export const uploadInput: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name, s3Triggers }) => s3Triggers.length > 0 && !doubts.workflows.has(name))
    .flatMap((workflow) => checkInput(workflow, service));

function checkInput({ name, at, input }: Workflow, { schemas }: Service): Diagnostic[] {
  const shape = objectShape(conjunctionOf([{ schema: input, root: input }], schemas) ?? []);
  const place = [...at, 'input'];
  const others = [...shape.required].filter((property) => property !== uploadRead);
  if (others.length > 0) {
    const message = `The input of workflow ${quote(name)} requires ${listOf(others, 'and')}, but the s3 trigger starts it with "upload" alone. It should require nothing else.`;
    return [errorAt('upload-input', place, message)];
  }
  const declared = shape.properties.get(uploadRead);
  if (declared === undefined) {
    if (!shape.closed) return [];
    const message = `The input of workflow ${quote(name)} does not allow "upload", with which the s3 trigger starts it. It should have that property.`;
    return [errorAt('upload-input', place, message)];
  }
  const found = mismatchFinder(schemas)([{ schema: uploadSchema, root: uploadSchema }], declared);
  if (found === undefined) return [];
  const path = [uploadRead, ...found.path].join('.').replaceAll('.[]', '[]');
  const message = `The s3 trigger starts workflow ${quote(name)} with ${quote(path)} in its input, but it ${found.reason}.`;
  return [errorAt('upload-input', place, message)];
}
