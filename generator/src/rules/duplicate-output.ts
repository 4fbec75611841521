import { type Diagnostic, errorAt } from '../diagnostic.js';
import { allStepsOf, outputOf } from '../model/all-steps.js';
import type { Step, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Output keys that two steps of a workflow write. */
export const duplicateOutput: Rule = ({ service }) => service.workflows.flatMap(checkWorkflow);

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const writers = new Map<string, Step>();
  return allStepsOf(workflow).flatMap((step) => {
    const key = outputOf(step)?.key;
    if (key === undefined) return [];
    const earlier = writers.get(key);
    if (earlier === undefined) {
      writers.set(key, step);
      return [];
    }
    // Two steps of one name, and so of one default key, are a mistake of their own.
    return earlier.name === step.name ? [] : [duplicate(key, earlier, step)];
  });
}

function duplicate(key: string, earlier: Step, later: Step): Diagnostic {
  // The one who wrote the key out chose it; the other has it by default.
  const chosen = (step: Step): boolean => outputOf(step)?.at !== step.at;
  const at = (chosen(later) || !chosen(earlier) ? outputOf(later)?.at : outputOf(earlier)?.at) ?? later.at;
  const message = `The steps ${quote(earlier.name)} and ${quote(later.name)} both write ${quote(key)}. Each output needs a key of its own.`;
  return errorAt('duplicate-output', at, message, at === later.at ? 'key' : 'value');
}
