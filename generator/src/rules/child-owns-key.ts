import { errorAt } from '../diagnostic.js';
import { allStepsOf, outputOf } from '../model/all-steps.js';
import { quote } from '../quote.js';
import { childStarts } from './child-starts.js';
import type { Rule } from './rule.js';

/** Keys that a step passes to a workflow which writes them itself: they would stand in its document twice. */
export const childOwnsKey: Rule = (context) =>
  childStarts(context).flatMap(({ child, step, passed }) => {
    const keys = new Set(allStepsOf(child).flatMap((step) => outputOf(step)?.key ?? []));
    return [...passed.keys()]
      .filter((name) => keys.has(name))
      .map((name) => {
        const at = step.reads?.find(({ key }) => key === name)?.at ?? [...step.at, 'downstream', 'workflow'];
        const message = `Step ${quote(step.name)} passes ${quote(name)} to workflow ${quote(child.name)}, which writes an output under that key. "reads" should leave it out, or one of the keys should change.`;
        return errorAt('child-owns-key', at, message);
      });
  });
