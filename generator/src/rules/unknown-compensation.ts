import { errorAt } from '../diagnostic.js';
import { allStepsOf } from '../model/all-steps.js';
import type { Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { suggest } from '../suggest.js';
import { compensationUses } from './compensation-uses.js';
import type { Rule } from './rule.js';

/** Names under `compensate` and `onError` that no compensation has. */
export const unknownCompensation: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const known = new Set(workflow.compensations.map(({ name }) => name));
      return compensationUses(workflow)
        .filter(({ name }) => !known.has(name))
        .map(({ name, at, subject }) => {
          const message = `${subject} names ${quote(name)}, which is not a compensation.${hintFor(name, workflow)}`;
          return errorAt('unknown-compensation', at, message);
        });
    });

/** The compensation that was probably meant by a name that none has. */
export function meantCompensation(name: string, { compensations }: Workflow): string | undefined {
  return suggest(
    name,
    compensations.map((task) => task.name),
  );
}

function hintFor(name: string, workflow: Workflow): string {
  const meant = meantCompensation(name, workflow);
  if (meant !== undefined) return ` Did you mean ${quote(meant)}?`;
  return allStepsOf(workflow).some((step) => step.name === name)
    ? ' It is a step: a compensation stands under "compensations" of the workflow.'
    : ' It should be a task under "compensations" of the workflow.';
}
