import type { CatchRule } from '../../model/service.js';
import { expression } from './text.js';
import type { Catcher } from './types.js';

/** The Catch list of a step: what was caught goes beside the state's data, for whoever reads `error`. */
export function emitCatch(
  step: string,
  rules: readonly CatchRule[],
): { readonly Catch?: readonly Catcher[] } {
  if (rules.length === 0) return {};
  return {
    Catch: rules.map(({ errors, next }) => ({
      ErrorEquals: errors,
      Next: next,
      Output: expression(
        `$merge([$states.input, {'error': {'name': $states.errorOutput.Error, 'cause': ${cause}, 'step': '${step}'}}])`,
      ),
    })),
  };
}

/** Whoever lets a state fail may leave the cause out. */
const cause = "$exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : ''";
