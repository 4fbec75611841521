import { type Diagnostic, errorAt } from '../diagnostic.js';
import { outputOf } from '../model/all-steps.js';
import type { DownstreamStep, Step } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Values that a map passes to a child, and that the step does not declare to read: where it declares reads, or where they are sensitive. */
export const undeclaredRead: Rule = ({ graphs, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([, { steps, index }]) => {
      const items = steps.flatMap((step) => (step.kind === 'map' ? [step.as] : []));
      const known = new Set(['input', 'error', ...items, ...index.keys]);
      return steps.flatMap((step) => (step.kind === 'downstream' ? undeclared(step, steps, known) : []));
    });

function undeclared(
  { name, input = [], reads = [] }: DownstreamStep,
  steps: readonly Step[],
  known: ReadonlySet<string>,
): Diagnostic[] {
  return input
    .filter(({ key }) => known.has(key))
    .flatMap(({ key, at }) => {
      const read = reads.find((declared) => declared.key === key);
      const isSensitive = steps.some((step) => outputOf(step)?.key === key && outputOf(step)?.sensitive);
      if (read !== undefined && !(read.implied && isSensitive)) return [];
      const why = read === undefined ? 'which its "reads" do not name' : 'which is sensitive';
      const right = read === undefined ? 'They should name it.' : `"reads" should name it: [${key}].`;
      const message = `Step ${quote(name)} passes ${quote(key)}, ${why}. ${right}`;
      return [errorAt('undeclared-read', at, message)];
    });
}
