import { type Diagnostic, errorAt } from '../diagnostic.js';
import { mapsAround, namedStepsOf, outputOf } from '../model/all-steps.js';
import type { MapStep, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Names of items by which steps would read something else. */
export const itemName: Rule = ({ service, doubts }) =>
  service.workflows.filter(({ name }) => !doubts.workflows.has(name)).flatMap(checkWorkflow);

function checkWorkflow(workflow: Workflow): Diagnostic[] {
  const keys = new Map(
    namedStepsOf(workflow).flatMap((step) => {
      const key = outputOf(step)?.key;
      return key === undefined ? [] : [[key, step.name] as const];
    }),
  );
  return [...mapsAround(workflow)].flatMap(([map, around]) =>
    map.kind === 'map' ? checkMap(map, around, keys) : [],
  );
}

function checkMap(map: MapStep, around: readonly MapStep[], keys: ReadonlyMap<string, string>): Diagnostic[] {
  const { as, name, at } = map;
  const writer = keys.get(as);
  const outer = around.find((other) => other.as === as);
  const taken = ['input', 'error', 'context', 'upload'].includes(as.toLowerCase());
  const why = taken
    ? 'a step reads something else by it'
    : writer !== undefined
      ? `it is the output of step ${quote(writer)}`
      : outer && `it is the item of map ${quote(outer.name)} around this one`;
  if (why === undefined) return [];
  const message = `The items of map ${quote(name)} cannot be called ${quote(as)}: ${why}. "as" should give them another name.`;
  return [errorAt('item-name', [...at, 'map', 'as'], message)];
}
