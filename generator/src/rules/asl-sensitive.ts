import { type Diagnostic, errorAt } from '../diagnostic.js';
import { outputOf } from '../model/all-steps.js';
import type { AslStep, Step } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Sensitive outputs that a state of the spec's own would read or give: both would stand in the state machine's data and history. */
export const aslSensitive: Rule = ({ graphs }) =>
  [...graphs].flatMap(([, { steps }]) =>
    steps.flatMap((step) => (step.kind === 'asl' ? [...checkReads(step, steps), ...checkOutput(step)] : [])),
  );

function checkReads({ name, reads }: AslStep, steps: readonly Step[]): Diagnostic[] {
  const sensitive = new Set(
    steps.flatMap((step) => (outputOf(step)?.sensitive ? (outputOf(step)?.key ?? []) : [])),
  );
  return reads
    .filter(({ key }) => sensitive.has(key))
    .map(({ key, at }) => {
      const message = `Step ${quote(name)} reads ${quote(key)}, which is sensitive: what a state reads stands in the state machine's data and history. A task should read it instead.`;
      return errorAt('asl-sensitive', at, message);
    });
}

function checkOutput({ name, at, output }: AslStep): Diagnostic[] {
  if (!output?.sensitive) return [];
  const message = `The output of step ${quote(name)} cannot be sensitive: the result of a state stands in the state machine's data and history. A task should write it instead.`;
  return [errorAt('asl-sensitive', [...at, 'output', 'sensitive'], message)];
}
