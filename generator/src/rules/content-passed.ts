import { uploadRead } from '@sfs3/runtime/contract';
import { errorAt, type Pointer } from '../diagnostic.js';
import type { AslStep, DownstreamStep } from '../model/service.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Files that a step would pass to a workflow that it starts, or to a state that is written out: both take JSON, which no file is. */
export const contentPassed: Rule = ({ service, flow, doubts }) =>
  allSteps(service).flatMap(({ workflow, step }) => {
    if ((step.kind !== 'downstream' && step.kind !== 'asl') || doubts.workflows.has(workflow.name)) return [];
    const { contentOutputs, upload } = flow.get(workflow.name) ?? {};
    const isUpload = (key: string) => key === uploadRead && upload !== undefined && upload !== 'never';
    return namedKeys(step)
      .filter(({ key }) => contentOutputs?.has(key) || isUpload(key))
      .map(({ key, at }) => {
        const message =
          step.kind === 'asl'
            ? `Step ${quote(step.name)} reads ${quote(key)}, which is a file, not JSON, and can be in no state's data. A task should read it instead.`
            : `Step ${quote(step.name)} passes ${quote(key)} to a workflow, which is a file, not JSON, and can be in no input. ${wayOut(isUpload(key))}`;
        return errorAt('content-passed', at, message);
      });
  });

function wayOut(isUpload: boolean): string {
  return isUpload
    ? 'What is known of it is "input.upload".'
    : 'It should be left out; a step of this workflow can read it.';
}

/** Each place once: what a map names it reads by itself, unless a list names it as well. */
function namedKeys(
  step: DownstreamStep | AslStep,
): readonly { readonly key: string; readonly at: Pointer }[] {
  const input = step.kind === 'downstream' ? (step.input ?? []) : [];
  return [...(step.reads ?? []).filter(({ implied }) => !implied), ...input];
}
