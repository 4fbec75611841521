import { uploadRead } from '@sfs3/runtime/contract';
import { errorAt, type Pointer } from '../diagnostic.js';
import type { AslStep, DownstreamStep, Step } from '../model/service.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Files that a step would pass to a workflow that it starts, or to its own state: an input is JSON, and so is a state's data. */
export const contentPassed: Rule = ({ service, flow, doubts }) =>
  allSteps(service).flatMap(({ workflow, step }) => {
    if (!isPassing(step) || doubts.workflows.has(workflow.name)) return [];
    const { contentOutputs, upload } = flow.get(workflow.name) ?? {};
    const isUpload = (key: string) => key === uploadRead && upload !== undefined && upload !== 'never';
    return namedKeys(step)
      .filter(({ key }) => contentOutputs?.has(key) || isUpload(key))
      .map(({ key, at }) => {
        const right = isUpload(key)
          ? 'What is known of it is "input.upload".'
          : 'It should be left out; a step of this workflow can read it.';
        const [to, where] = step.kind === 'asl' ? ['its state', 'its data'] : ['a workflow', 'no input'];
        const can = step.kind === 'asl' ? 'cannot be in' : 'can be in';
        const message = `Step ${quote(step.name)} passes ${quote(key)} to ${to}, which is a file, not JSON, and ${can} ${where}. ${right}`;
        return errorAt('content-passed', at, message);
      });
  });

function isPassing(step: Step): step is DownstreamStep | AslStep {
  return step.kind === 'downstream' || step.kind === 'asl';
}

/** Each place once: what a map names it reads by itself, unless a list names it as well. */
function namedKeys(
  step: DownstreamStep | AslStep,
): readonly { readonly key: string; readonly at: Pointer }[] {
  const { reads = [] } = step;
  return [...reads.filter(({ implied }) => !implied), ...(step.kind === 'asl' ? [] : (step.input ?? []))];
}
