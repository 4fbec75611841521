import { errorAt } from '../diagnostic.js';
import { namedStepsOf, outputOf } from '../model/all-steps.js';
import { quote } from '../quote.js';
import { childStarts } from './child-starts.js';
import type { Rule } from './rule.js';

/** Keys that a step passes to a workflow which writes them itself: they would stand in its document twice. */
export const childOwnsKey: Rule = (context) =>
  childStarts(context).flatMap(({ child, step, passed }) => {
    const keys = new Set(namedStepsOf(child).flatMap((step) => outputOf(step)?.key ?? []));
    return [...passed]
      .filter(([name]) => keys.has(name))
      .map(([name, property]) => {
        const read = step.reads?.find(({ key }) => key === name)?.at;
        const at = property.at ?? read ?? [...step.at, 'downstream', 'workflow'];
        const list = quote(property.at ? 'input' : 'reads');
        const message = `Step ${quote(step.name)} passes ${quote(name)} to workflow ${quote(child.name)}, which writes an output under that key. ${list} should leave it out, or one of the keys should change.`;
        return errorAt('child-owns-key', at, message);
      });
  });
