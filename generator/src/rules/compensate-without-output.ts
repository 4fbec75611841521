import { errorAt } from '../diagnostic.js';
import { compensateOf, outputOf } from '../model/all-steps.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** Compensated steps that write nothing: their output is what tells whether they were done. */
export const compensateWithoutOutput: Rule = ({ service }) =>
  allSteps(service)
    .filter(({ step }) => compensateOf(step) !== undefined && outputOf(step) === undefined)
    .map(({ step }) => {
      const message = `Step ${quote(step.name)} has a compensation, but writes no output, which tells whether there is something to undo. It should write one.`;
      return errorAt('compensate-without-output', [...step.at, 'output'], message);
    });
