import { errorAt } from '../diagnostic.js';
import type { Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** Reads of a key that no step of the workflow writes. */
export const unknownRead: Rule = ({ service, doubts }) =>
  service.workflows
    .filter(({ name }) => !doubts.workflows.has(name))
    .flatMap((workflow) => {
      const keys = new Set(['input', ...workflow.steps.flatMap(({ output }) => output?.key ?? [])]);
      return workflow.steps.flatMap(({ name, reads = [] }) =>
        reads
          .filter(({ key }) => !keys.has(key))
          .map(({ key, at }) => {
            const message = `Step ${quote(name)} reads ${quote(key)}, which no step writes.${meantKey(key, workflow, keys)}`;
            return errorAt('unknown-read', at, message);
          }),
      );
    });

function meantKey(key: string, { steps }: Workflow, keys: ReadonlySet<string>): string {
  if (key === 'context') return ' Every body is given the context without reading it.';
  const step = steps.find(({ name }) => name === key);
  if (step === undefined) return didYouMean(key, keys);
  if (step.output === undefined) return ` Step ${quote(key)} has "output: none".`;
  return ` Did you mean ${quote(step.output.key)}, the output of that step?`;
}
