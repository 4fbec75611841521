import { type Diagnostic, warningAt } from '../diagnostic.js';
import type { AslStep } from '../model/service.js';
import { quote } from '../quote.js';
import { allSteps, type Rule } from './rule.js';

/** States of the spec's own whose state machine has no right to what they call, or a right to everything. */
export const aslRights: Rule = ({ service, doubts }) =>
  allSteps(service).flatMap(({ step }) => {
    if (step.kind !== 'asl') return [];
    // What is left of the step may lack the rights that were written wrong.
    return [...(doubts.any ? [] : withoutRights(step)), ...ofAll(step)];
  });

function withoutRights({ name, at, state, rights }: AslStep): Diagnostic[] {
  const [resource] = resourcesOf(state);
  if (resource === undefined || rights.length > 0) return [];
  const message = `Step ${quote(name)} calls ${quote(resource)}, and nothing gives its state machine the right to. "rights" should say which actions on which resources.`;
  return [warningAt('asl-rights', [...at, 'asl'], message, 'key')];
}

function ofAll({ rights }: AslStep): Diagnostic[] {
  return rights.flatMap(({ actions, resources, at }) => {
    const index = resources.indexOf('*');
    if (index < 0) return [];
    const message = `The resource "*" lets the state machine do ${actions.join(', ')} to everything in the account. An ARN should say to what.`;
    return [warningAt('asl-rights', [...at, 'resources', index], message)];
  });
}

/** What the Task states of a state call, itself included. */
function resourcesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(resourcesOf);
  if (typeof value !== 'object' || value === null) return [];
  const {
    Type,
    Resource,
    Arguments: _data,
    Output: _more,
    ...inner
  } = value as Readonly<Record<string, unknown>>;
  const own = Type === 'Task' && typeof Resource === 'string' ? [Resource] : [];
  return [...own, ...Object.values(inner).flatMap(resourcesOf)];
}
