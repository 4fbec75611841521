import type { CatchRule } from '../../model/service.js';
import { expression } from './text.js';
import type { Catcher } from './types.js';

/** What a Catch list holds beside the step's own rules, and how the state's data goes on. */
export interface CatchOptions {
  /** The state that every other failure leads to; `undefined` where it ends the scope. */
  readonly onFailure?: string | undefined;
  /** JSONata for the data. Default: the state's input. */
  readonly data?: string;
  /** JSONata: what goes into it beside the error, as `, 'name': value`. */
  readonly more?: string;
}

/** The Catch list of a step: what was caught goes beside the state's data, for whoever reads `error`. */
export function emitCatch(
  step: string,
  rules: readonly CatchRule[],
  { onFailure, data = '$states.input', more = '' }: CatchOptions = {},
): { readonly Catch?: readonly Catcher[] } {
  const all = onFailure === undefined ? rules : withOthers(rules, onFailure);
  if (all.length === 0) return {};
  return {
    Catch: all.map(({ errors, next }) => ({
      ErrorEquals: errors,
      Next: next,
      Output: expression(
        `$merge([${data}, {'error': {'name': $states.errorOutput.Error, 'cause': ${cause}, 'step': '${step}'}${more}}])`,
      ),
    })),
  };
}

/**
 * The rules, and behind them the rest of all errors. `States.ALL` must come last, and leaves `States.DataLimitExceeded` out.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
function withOthers(
  rules: readonly CatchRule[],
  next: string,
): readonly Pick<CatchRule, 'errors' | 'next'>[] {
  const named = (error: string): boolean => rules.some(({ errors }) => errors.includes(error));
  const isLast = ({ errors }: CatchRule): boolean => errors.includes(allErrors);
  return [
    ...rules.filter((rule) => !isLast(rule)),
    ...(named(dataLimit) ? [] : [{ errors: [dataLimit], next }]),
    ...(named(allErrors) ? rules.filter(isLast) : [{ errors: [allErrors], next }]),
  ];
}

const allErrors = 'States.ALL';
const dataLimit = 'States.DataLimitExceeded';

/** Whoever lets a state fail may leave the cause out. */
const cause = "$exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : ''";
