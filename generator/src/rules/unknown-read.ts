import { errorRead, inputRead, uploadRead } from '@sfs3/runtime/contract';
import { mapsOf } from '../analyse/workflow-graph.js';
import { errorAt, type Pointer } from '../diagnostic.js';
import { isFunctionStep, outputOf } from '../model/all-steps.js';
import type { FunctionStep, Step, Workflow } from '../model/service.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** Reads of a key that no step of the workflow writes. */
export const unknownRead: Rule = ({ service, graphs, flow, doubts }) =>
  [...graphs]
    .filter(([name]) => !doubts.workflows.has(name))
    .flatMap(([workflow, graph]) => {
      const { steps, index } = graph;
      const upload = flow.get(workflow)?.upload === 'never' ? [] : [uploadRead];
      const late = lateWriters(service.workflows.find(({ name }) => name === workflow));
      return steps.flatMap((step, number) => {
        if (!isFunctionStep(step)) return [];
        const others = new Set([
          inputRead,
          errorRead,
          ...upload,
          ...mapsOf(graph, number).map(({ as }) => as),
        ]);
        return namedKeys(step)
          .filter(({ key }) => !others.has(key) && !index.numbers.has(key))
          .map(({ key, at }) => {
            const what =
              farItem(key, steps) ??
              farCompensation(key, late) ??
              `which no step writes.${meantKey(key, steps, new Set([...others, ...index.keys]))}`;
            return errorAt('unknown-read', at, `Step ${quote(step.name)} reads ${quote(key)}, ${what}`);
          });
      });
    });

/** What is said of the item of a map that the step is not in. */
function farItem(key: string, steps: readonly Step[]): string | undefined {
  const map = steps.find((step) => step.kind === 'map' && step.as === key);
  return map && `which is the item of map ${quote(map.name)}: only the steps inside read it.`;
}

/** What is said of what only runs after a failure. */
function farCompensation(key: string, late: ReadonlyMap<string, string>): string | undefined {
  const compensation = late.get(key);
  return (
    compensation &&
    `which only compensation ${quote(compensation)} writes, after the execution has failed. No step can read it.`
  );
}

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

/** The compensations of a workflow by the keys of their outputs. */
function lateWriters(workflow: Workflow | undefined): ReadonlyMap<string, string> {
  const written = (workflow?.compensations ?? []).flatMap(({ name, output }) =>
    output === undefined ? [] : [[output.key, name] as const],
  );
  return new Map(written);
}

/** What a step reads, and what the map of a child's input names beside that. */
function namedKeys(step: FunctionStep): readonly { readonly key: string; readonly at: Pointer }[] {
  const { reads = [] } = step;
  const mapped = step.kind === 'downstream' ? (step.input ?? []) : [];
  return [...reads, ...mapped.filter(({ key }) => !reads.some((read) => read.key === key))];
}
