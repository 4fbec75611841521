import { errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import { allSteps, type Rule } from './rule.js';

/** Steps that go to a step that is none. */
export const unknownTarget: Rule = ({ service }) => {
  const names = new Map(
    service.workflows.map(({ name, steps }) => [name, new Set(steps.map((step) => step.name))]),
  );
  return allSteps(service).flatMap(({ workflow, step: { name, at, next } }) => {
    const known = names.get(workflow.name) ?? new Set();
    if (next === undefined || known.has(next)) return [];
    const message = `Step ${quote(name)} goes to ${quote(next)}, which is not a step.${didYouMean(next, [...known, 'end'])}`;
    return [errorAt('unknown-target', [...at, 'next'], message)];
  });
};
