import { errorRead, inputRead, uploadRead } from '@sfs3/runtime/contract';
import { errorAt, type Pointer } from '../diagnostic.js';
import { isFunctionStep, outputOf } from '../model/all-steps.js';
import type { FunctionStep, Step } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** Reads of a key that no step of the workflow writes. */
export const unknownRead: Rule = ({ graphs, flow, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([name, { steps, index }]) => {
      const upload = flow.get(name)?.upload === 'never' ? [] : [uploadRead];
      const keys = new Set([inputRead, errorRead, ...upload, ...index.keys]);
      return steps.filter(isFunctionStep).flatMap((step) =>
        namedKeys(step)
          .filter(({ key }) => !keys.has(key))
          .map(({ key, at }) => {
            const message = `Step ${quote(step.name)} reads ${quote(key)}, which no step writes.${meantKey(key, steps, keys)}`;
            return errorAt('unknown-read', at, message);
          }),
      );
    });

/** A hint at the key that was meant. */
export function meantKey(key: string, steps: readonly Step[], keys: ReadonlySet<string>): string {
  if (key === 'context') return ' Every body is given the context without reading it.';
  if (key === uploadRead) return ' Uploads are read in workflows that an "s3" trigger starts.';
  const step = steps.find(({ name }) => name === key);
  if (step === undefined) return didYouMean(key, keys);
  const output = outputOf(step);
  if (output !== undefined) return ` Did you mean ${quote(output.key)}, the output of that step?`;
  return isFunctionStep(step)
    ? ` Step ${quote(key)} has "output: none".`
    : ` Step ${quote(key)} writes nothing.`;
}

/** What a step reads, and what the map of a child's input names beside that. */
function namedKeys(step: FunctionStep): readonly { readonly key: string; readonly at: Pointer }[] {
  const { reads = [] } = step;
  const mapped = step.kind === 'downstream' ? (step.input ?? []) : [];
  return [...reads, ...mapped.filter(({ key }) => !reads.some((read) => read.key === key))];
}
