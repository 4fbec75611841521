import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { compensationUses } from './compensation-uses.js';
import type { Rule } from './rule.js';
import { meantCompensation } from './unknown-compensation.js';

/** Compensations that no step and no `onError` names, so that they never run. */
export const unusedCompensation: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const known = new Set(workflow.compensations.map(({ name }) => name));
      // A name that is misspelt is one mistake.
      const used = new Set(
        compensationUses(workflow).map(({ name }) =>
          known.has(name) ? name : meantCompensation(name, workflow),
        ),
      );
      return workflow.compensations
        .filter(({ name }) => !used.has(name))
        .map(({ name, at }) => {
          const message = `Compensation ${quote(name)} never runs. A step should name it as "compensate", or "onError" list it, or it can be left out.`;
          return errorAt('unused-compensation', at, message, 'key');
        });
    });
