import { errorAt } from '../diagnostic.js';
import { allSteps, type Rule } from './rule.js';

/** Step Functions refuses `States.ALL` anywhere but alone in the last rule. */
export const errorOrder: Rule = ({ service }) =>
  allSteps(service).flatMap(({ step }) =>
    step.retry.rules.flatMap(({ errors }, rule, { length }) => {
      const index = errors.indexOf('States.ALL');
      if (index < 0 || (errors.length === 1 && rule === length - 1)) return [];
      const message = '"States.ALL" covers every error. It should stand alone in the last retry rule.';
      return [errorAt('error-order', [...step.at, 'retry', rule, 'errors', index], message)];
    }),
  );
