import type { Pointer } from '../diagnostic.js';
import { isCatchingStep } from '../model/all-steps.js';
import type { Service } from '../model/service.js';
import { allSteps } from './rule.js';

/** The rules of one `retry` or `catch`, in order. */
export interface ErrorList {
  readonly key: 'retry' | 'catch';
  readonly rules: readonly { readonly errors: readonly string[]; readonly at: Pointer }[];
}

/** Every `retry` and `catch` of a service; `at` names the list of errors of a rule. */
export function errorLists(service: Service): ErrorList[] {
  return allSteps(service).flatMap(({ step }): ErrorList[] => {
    if (!isCatchingStep(step)) return [];
    const retries = step.retry.rules.map(({ errors }, rule) => ({
      errors,
      at: [...step.at, 'retry', rule, 'errors'],
    }));
    const catches = step.catches.map(({ errors, at }) => ({ errors, at: [...at, 'errors'] }));
    return [
      { key: 'retry', rules: retries },
      { key: 'catch', rules: catches },
    ];
  });
}
