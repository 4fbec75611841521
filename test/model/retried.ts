import { asFailure } from './failure.js';
import { names, type StepSpec } from './spec.js';

/** As often as a step's retry rules have it. */
export async function retried<Result>(
  { retry = [] }: StepSpec,
  act: (attempt: number) => Promise<Result>,
): Promise<Result> {
  const rules = retry === 'none' ? [] : retry;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act(attempt);
    } catch (error) {
      const failure = asFailure(error);
      const rule = rules.find(({ errors }) => names(errors, failure.name));
      if (attempt > (rule?.attempts ?? 0)) throw failure;
    }
  }
}
