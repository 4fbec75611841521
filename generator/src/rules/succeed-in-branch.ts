import { errorAt } from '../diagnostic.js';
import { allScopesOf } from '../model/all-steps.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** In Step Functions a Succeed state in a branch ends that branch alone, which is not what the word says. */
export const succeedInBranch: Rule = ({ service }) =>
  service.workflows.flatMap((workflow) =>
    allScopesOf(workflow)
      .slice(1)
      .flatMap((scope) => {
        const [inner, others] = 'kind' in scope ? ['iteration', 'iterations'] : ['branch', 'branches'];
        return scope.steps
          .filter(({ kind }) => kind === 'succeed')
          .map(({ name, at }) => {
            const message = `Step ${quote(name)} would end the execution from within ${inner === 'branch' ? 'a' : 'an'} ${inner}, while other ${others} run. "next: end" ends the ${inner}.`;
            return errorAt('succeed-in-branch', [...at, 'succeed'], message, 'key');
          });
      }),
  );
