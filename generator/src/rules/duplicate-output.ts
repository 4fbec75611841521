import { type Diagnostic, errorAt } from '../diagnostic.js';
import { namedStepsOf, outputOf } from '../model/all-steps.js';
import type { Step, Workflow } from '../model/service.js';
import { nounOf } from '../model/step-pointer.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Output keys that two steps of a workflow write. */
export const duplicateOutput: Rule = ({ service }) => service.workflows.flatMap(checkWorkflow);

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const writers = new Map<string, Step>();
  return namedStepsOf(workflow).flatMap((step) => {
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
  const both =
    nounOf(earlier.at) === nounOf(later.at)
      ? `The ${nounOf(later.at).toLowerCase()}s ${quote(earlier.name)} and ${quote(later.name)}`
      : `Step ${quote(earlier.name)} and compensation ${quote(later.name)}`;
  const message = `${both} both write ${quote(key)}. Each output needs a key of its own.`;
  return errorAt('duplicate-output', at, message, at === later.at ? 'key' : 'value');
}
