import { uploadRead } from '@sfs3/runtime/contract';
import { errorAt } from '../diagnostic.js';
import { isFunctionStep } from '../model/all-steps.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Reads of an upload that an execution may not have, since its input need not name one. */
export const uploadReads: Rule = ({ service, flow, doubts }) =>
  allSteps(service).flatMap(({ workflow, step }) => {
    if (!isFunctionStep(step) || doubts.workflows.has(workflow.name)) return [];
    if (flow.get(workflow.name)?.upload !== 'possible') return [];
    return (step.reads ?? [])
      .filter(({ key, optional }) => key === uploadRead && !optional)
      .map(({ at }) => {
        const message = `Step ${quote(step.name)} reads "upload", which the input of workflow ${quote(workflow.name)} need not have. The input should require it, or the read should be optional: "upload?".`;
        return errorAt('read-before-write', at, message);
      });
  });
