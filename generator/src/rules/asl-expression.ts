import { markedProblems } from '../conditions/marked-expressions.js';
import { errorAt } from '../diagnostic.js';
import { allSteps, type Rule } from './rule.js';

/** Expressions in states of the spec's own that are not JSONata. */
export const aslExpression: Rule = ({ service }) =>
  allSteps(service).flatMap(({ step }) => {
    if (step.kind !== 'asl') return [];
    return markedProblems(step.state, [...step.at, 'asl']).map(({ code, at, message, range }) => ({
      ...errorAt(code, at, message),
      within: range,
    }));
  });
