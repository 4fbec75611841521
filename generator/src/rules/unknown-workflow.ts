import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { allSteps, type Rule } from './rule.js';
import { isWellFormed } from './well-formed.js';

const rightName = 'A name begins with a letter and has only letters, digits, "-" and "_".';

/** Steps that start a workflow that this file does not have. */
export const unknownWorkflow: Rule = ({ service }) => {
  const known = service.workflows.map(({ name }) => name);
  return allSteps(service).flatMap(({ step }) => {
    if (step.kind !== 'downstream') return [];
    const place = [...step.at, 'downstream', 'workflow'];
    if (step.target.kind === 'service' && !isWellFormed(step.target.workflow)) {
      return [
        errorAt(
          'unsafe-name',
          place,
          `No workflow can be named ${quote(step.target.workflow)}. ${rightName}`,
        ),
      ];
    }
    if (step.target.kind !== 'local' || known.includes(step.target.workflow)) return [];
    const { workflow } = step.target;
    const near = didYouMean(workflow, known);
    const hint =
      near === '' ? ' A workflow of another service is named with "workflow" and "service".' : near;
    const message = `Step ${quote(step.name)} starts ${quote(workflow)}, which is not a workflow of this file.${hint}`;
    return [errorAt('unknown-workflow', place, message)];
  });
};
