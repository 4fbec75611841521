import { uploadRead } from '@sfs3/runtime/contract';
import { errorAt, type Pointer } from '../diagnostic.js';
import type { DownstreamStep } from '../model/service.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Files that a step would pass to a workflow that it starts: an input is JSON, which no file is. */
export const contentPassed: Rule = ({ service, flow, doubts }) =>
  allSteps(service).flatMap(({ workflow, step }) => {
    if (step.kind !== 'downstream' || doubts.workflows.has(workflow.name)) return [];
    const { contentOutputs, upload } = flow.get(workflow.name) ?? {};
    const isUpload = (key: string) => key === uploadRead && upload !== undefined && upload !== 'never';
    return namedKeys(step)
      .filter(({ key }) => contentOutputs?.has(key) || isUpload(key))
      .map(({ key, at }) => {
        const right = isUpload(key)
          ? 'What is known of it is "input.upload".'
          : 'It should be left out; a step of this workflow can read it.';
        const message = `Step ${quote(step.name)} passes ${quote(key)} to a workflow, which is a file, not JSON, and can be in no input. ${right}`;
        return errorAt('content-passed', at, message);
      });
  });

/** Each place once: what a map names it reads by itself, unless a list names it as well. */
function namedKeys({
  reads = [],
  input = [],
}: DownstreamStep): readonly { readonly key: string; readonly at: Pointer }[] {
  return [...reads.filter(({ implied }) => !implied), ...input];
}
