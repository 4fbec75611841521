import { unknownPropertyMessage } from '../conditions/unknown-property.js';
import { errorAt } from '../diagnostic.js';
import { describeMapped } from './child-starts.js';
import { allSteps, type Rule } from './rule.js';

/** Values that a map passes to a child, and that the schema of an output, or of the input, does not have. */
export const unknownMapped: Rule = (context) =>
  allSteps(context.service).flatMap(({ workflow, step }) => {
    if (step.kind !== 'downstream' || context.doubts.workflows.has(workflow.name)) return [];
    return (step.input ?? []).flatMap((property) => {
      const schema = describeMapped(property, { workflow, step }, context);
      if (schema.kind !== 'unknown') return [];
      return [errorAt('unknown-property', property.at, unknownPropertyMessage(property, schema))];
    });
  });
