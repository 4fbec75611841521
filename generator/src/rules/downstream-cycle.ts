import { type Diagnostic, errorAt } from '../diagnostic.js';
import { allStepsOf } from '../model/all-steps.js';
import type { DownstreamStep, Service } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Workflows that start each other, or themselves: one execution would start others for ever. */
export const downstreamCycle: Rule = ({ service }) => {
  const found: Diagnostic[] = [];
  const finished = new Set<string>();
  const visit = (name: string, open: readonly string[]): void => {
    for (const step of startsOf(service, name)) {
      const child = step.target.kind === 'local' ? step.target.workflow : '';
      if (finished.has(child)) continue;
      const from = open.indexOf(child);
      if (from < 0) visit(child, [...open, child]);
      else found.push(closing(step, [...open.slice(from), child]));
    }
    finished.add(name);
  };
  for (const { name } of service.workflows) if (!finished.has(name)) visit(name, [name]);
  return found;
};

function startsOf({ workflows }: Service, name: string): DownstreamStep[] {
  const workflow = workflows.find((other) => other.name === name);
  return (workflow === undefined ? [] : allStepsOf(workflow)).filter((step) => step.kind === 'downstream');
}

function closing(step: DownstreamStep, path: readonly string[]): Diagnostic {
  const [child = ''] = path;
  const around = path.length === 2 ? 'itself' : `it again (${path.join(' → ')})`;
  const message = `Step ${quote(step.name)} starts workflow ${quote(child)}, which starts ${around} without an end. One of them should not be started.`;
  return errorAt('downstream-cycle', [...step.at, 'downstream', 'workflow'], message);
}
