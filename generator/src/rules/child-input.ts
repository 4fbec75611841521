import { type Diagnostic, errorAt } from '../diagnostic.js';
import { conjunctionOf, type ObjectShape, objectShape } from '../json-schema/conjunction.js';
import { type Compare, mismatchFinder } from '../json-schema/find-mismatch.js';
import type { Mismatch } from '../json-schema/mismatch.js';
import type { LocatedSchema } from '../json-schema/references.js';
import { listOf, quote } from '../quote.js';
import { type ChildStart, childStarts, type PassedProperty } from './child-starts.js';
import type { Rule } from './rule.js';

const adviceForAll = {
  'is not certain to pass': 'The schema that it comes from should require it.',
  'does not pass': 'Outputs pass under their keys, the input by its properties.',
} as const;

const adviceForMap = {
  'is not certain to pass': 'Its schema should require it, and its read should not be optional.',
  'does not pass': '"input" should name a value for it.',
} as const;

/** What a step passes to a workflow that it starts, compared with the input that this workflow takes. */
export const childInput: Rule = (context) => {
  const { schemas } = context.service;
  const compare = mismatchFinder(schemas);
  return childStarts(context).flatMap((start) => {
    const { input } = start.child;
    const wanted = objectShape(conjunctionOf([{ schema: input, root: input }], schemas) ?? []);
    return [...missing(start, wanted), ...unfit(start, { wanted, compare }), ...unwanted(start, wanted)];
  });
};

function missing(start: ChildStart, wanted: ObjectShape): Diagnostic[] {
  const names = [...wanted.required].filter((name) => !start.passed.get(name)?.certain);
  if (names.length === 0) return [];
  const unsure = names.every((name) => start.passed.has(name));
  const lack = unsure ? 'is not certain to pass' : 'does not pass';
  const right = start.step.input ? adviceForMap[lack] : adviceForAll[lack];
  const message = `Step ${quote(start.step.name)} ${lack} ${listOf(names, 'and')}, which the input of workflow ${quote(start.child.name)} requires. ${right}`;
  const at = start.step.input ? 'input' : 'workflow';
  const [first] = unsure ? names : [];
  const place = first === undefined ? undefined : start.passed.get(first)?.at;
  return [errorAt('child-input', place ?? [...start.step.at, 'downstream', at], message)];
}

function unfit(
  start: ChildStart,
  { wanted, compare }: { readonly wanted: ObjectShape; readonly compare: Compare },
): Diagnostic[] {
  return [...wanted.properties].flatMap(([name, schemas]) => {
    const given = start.passed.get(name);
    const found = given && firstMismatch(given, schemas, compare);
    if (given === undefined || found === undefined) return [];
    const path = [name, ...found.path].join('.').replaceAll('.[]', '[]');
    const message = `Step ${quote(start.step.name)} passes ${quote(path)} ${origin(given)} to workflow ${quote(start.child.name)}, but it ${found.reason}.`;
    return [errorAt('child-input', given.at ?? [...start.step.at, 'downstream', 'workflow'], message)];
  });
}

function firstMismatch(
  { alternatives }: PassedProperty,
  wanted: readonly LocatedSchema[],
  compare: Compare,
): Mismatch | undefined {
  for (const schemas of alternatives) {
    const found = compare(schemas, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unwanted(start: ChildStart, wanted: ObjectShape): Diagnostic[] {
  if (!wanted.closed) return [];
  const extra = [...start.passed].filter(([name]) => !wanted.properties.has(name));
  if (extra.length === 0) return [];
  const names = extra.map(([name]) => name);
  const message = `Step ${quote(start.step.name)} passes ${listOf(names, 'and')}, which the input of workflow ${quote(start.child.name)} does not allow. ${quote(start.step.input ? 'input' : 'reads')} should leave out what the workflow does not take.`;
  return [errorAt('child-input', extra[0]?.[1].at ?? [...start.step.at, 'downstream', 'workflow'], message)];
}

function origin({ from }: PassedProperty): string {
  return from === undefined ? 'of its input' : 'of an output';
}
