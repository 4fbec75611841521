import type { CatchRule } from '../../model/service.js';
import { expression } from './text.js';
import type { Catcher } from './types.js';

/** The Catch list of a step: what was caught goes beside the state's data, for whoever reads `error`. */
export function emitCatch(
  step: string,
  rules: readonly CatchRule[],
): { readonly Catch?: readonly Catcher[] } {
  return rules.length === 0 ? {} : { Catch: emitCatchers(step, rules, '$states.input') };
}

/** One catcher for each rule; `data` is JSONata for the state's data as it goes on. */
export function emitCatchers(step: string, rules: readonly CatchRule[], data: string): readonly Catcher[] {
  return rules.map(({ errors, next }) => ({
    ErrorEquals: errors,
    Next: next,
    Output: expression(
      `$merge([${data}, {'error': {'name': $states.errorOutput.Error, 'cause': ${cause}, 'step': '${step}'}}])`,
    ),
  }));
}

/** Whoever lets a state fail may leave the cause out. */
const cause = "$exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : ''";
