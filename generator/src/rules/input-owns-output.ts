import { errorAt } from '../diagnostic.js';
import { conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import { namedStepsOf, outputOf } from '../model/all-steps.js';
import { nounOf } from '../model/step-pointer.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Output keys that are properties of the input: in the document both stand side by side. */
export const inputOwnsOutput: Rule = ({ service }) =>
  service.workflows.flatMap((workflow) => {
    const { input } = workflow;
    const conjunction = conjunctionOf([{ schema: input, root: input }], service.schemas) ?? [];
    const { properties } = objectShape(conjunction);
    return namedStepsOf(workflow).flatMap((step) => {
      const { name, at } = step;
      const output = outputOf(step);
      if (output === undefined || !properties.has(output.key)) return [];
      const message = `${nounOf(at)} ${quote(name)} writes ${quote(output.key)}, which is a property of the input of workflow ${quote(workflow.name)}. The output needs another key.`;
      return [errorAt('input-owns-output', output.at, message, output.at === at ? 'key' : 'value')];
    });
  });
