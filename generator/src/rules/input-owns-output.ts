import { errorAt } from '../diagnostic.js';
import { conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Output keys that are properties of the input: in the document both stand side by side. */
export const inputOwnsOutput: Rule = ({ service }) =>
  service.workflows.flatMap(({ name: workflow, input, steps }) => {
    const conjunction = conjunctionOf([{ schema: input, root: input }], service.schemas) ?? [];
    const { properties } = objectShape(conjunction);
    return steps.flatMap(({ name, at, output }) => {
      if (output === undefined || !properties.has(output.key)) return [];
      const message = `Step ${quote(name)} writes ${quote(output.key)}, which is a property of the input of workflow ${quote(workflow)}. The output needs another key.`;
      return [errorAt('input-owns-output', output.at, message, output.at === at ? 'key' : 'value')];
    });
  });
