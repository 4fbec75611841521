import { type Diagnostic, errorAt } from '../diagnostic.js';
import { namedStepsOf } from '../model/all-steps.js';
import { nounOf } from '../model/step-pointer.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Names that two steps of one workflow have, in different scopes. Step Functions wants them unique in the whole state machine. */
export const duplicateStep: Rule = ({ service }) =>
  service.workflows.flatMap((workflow) => {
    const names = new Set<string>();
    return namedStepsOf(workflow).flatMap(({ name, at }): Diagnostic[] => {
      if (!names.has(name)) {
        names.add(name);
        return [];
      }
      if (nounOf(at) === 'Compensation') return [errorAt('duplicate-step', at, taken(name), 'key')];
      const message = `Workflow ${quote(workflow.name)} has another step ${quote(name)}. The name of a step is unique in its workflow, branches included.`;
      return [errorAt('duplicate-step', at, message, 'key')];
    });
  });

function taken(name: string): string {
  return `Compensation ${quote(name)} has the name of a step. The names of steps and compensations are unique in their workflow.`;
}
