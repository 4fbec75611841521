import { type Diagnostic, errorAt } from '../diagnostic.js';
import { isFunctionStep } from '../model/all-steps.js';
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
      return [
        errorAt('duplicate-read', at, `Step ${quote(name)} reads ${quote(key)} twice. Once is enough.`),
      ];
    });
  });
