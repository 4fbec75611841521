import { errorAt } from '../diagnostic.js';
import { conjunctionOf } from '../json-schema/conjunction.js';
import { typesOf } from '../json-schema/values.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** The document holds the input's properties beside the outputs, so that the input is always an object. */
export const inputNotObject: Rule = ({ service }) =>
  service.workflows.flatMap(({ name, at, input }) => {
    const conjunction = conjunctionOf([{ schema: input, root: input }], service.schemas);
    const types = conjunction && typesOf(conjunction);
    if (conjunction !== undefined && (types === undefined || types.every((type) => type === 'object')))
      return [];
    const place = typeof input === 'object' && Object.hasOwn(input, 'type') ? ['type'] : [];
    const message = `The input of workflow ${quote(name)} need not be an object. It should have "type: object".`;
    return [errorAt('input-not-object', [...at, 'input', ...place], message)];
  });
