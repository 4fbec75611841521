import { type Diagnostic, errorAt } from '../diagnostic.js';
import { quote } from '../quote.js';
import { type ErrorList, errorLists } from './error-lists.js';
import type { Rule } from './rule.js';

/** Rules for errors that an earlier rule has taken already. Step Functions refuses `States.ALL` anywhere but alone in the last rule. */
export const errorOrder: Rule = ({ service }) =>
  errorLists(service).flatMap((list) => [...misplaced(list), ...repeated(list)]);

function misplaced({ key, rules }: ErrorList): Diagnostic[] {
  return rules.flatMap(({ errors, at }, rule, { length }) => {
    const index = errors.indexOf('States.ALL');
    if (index < 0 || (errors.length === 1 && rule === length - 1)) return [];
    const message = `"States.ALL" covers every error. It should stand alone in the last ${key} rule.`;
    return [errorAt('error-order', [...at, index], message)];
  });
}

function repeated({ key, rules }: ErrorList): Diagnostic[] {
  const taken = new Set<string>();
  return rules.flatMap(({ errors, at }) =>
    errors.flatMap((name, index) => {
      if (name === 'States.ALL' || !taken.has(name)) {
        taken.add(name);
        return [];
      }
      const message = `An earlier ${key} rule names ${quote(name)} already, so that this one is never used. Once is enough.`;
      return [errorAt('error-order', [...at, index], message)];
    }),
  );
}
