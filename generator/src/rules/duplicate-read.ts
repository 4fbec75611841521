import { type Diagnostic, errorAt } from '../diagnostic.js';
import { isFunctionStep } from '../model/all-steps.js';
import { nounOf } from '../model/step-pointer.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Keys that one step reads twice. */
export const duplicateRead: Rule = ({ service }) =>
  allSteps(service).flatMap(({ step }) => {
    if (!isFunctionStep(step)) return [];
    const { name, reads = [] } = step;
    const seen = new Set<string>();
    return reads.flatMap(({ key, at }): Diagnostic[] => {
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const message = `${nounOf(step.at)} ${quote(name)} reads ${quote(key)} twice. Once is enough.`;
      return [errorAt('duplicate-read', at, message)];
    });
  });
