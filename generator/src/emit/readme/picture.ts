import type { WorkflowFlow } from '../../model/flow.js';
import type { Step, Workflow } from '../../model/service.js';
import { publisherName } from '../../names.js';

/** The workflow as a Mermaid flowchart. Names hold letters, digits, `-` and `_` only, so that none can break it. */
export function renderPicture(workflow: Workflow, flow: WorkflowFlow): string {
  const ids = new Map(workflow.steps.map((step, index) => [step.name, `s${index}`]));
  const idOf = (name: string): string => ids.get(name) ?? 'end';
  const after = flow.separatePublisher ? 'publish' : 'done';
  const nodes = workflow.steps.map((step) => `  ${idOf(step.name)}${shape(step)}`);
  const edges = workflow.steps.map(
    (step) => `  ${idOf(step.name)} --> ${step.next === undefined ? after : idOf(step.next)}`,
  );
  const publisher = flow.separatePublisher ? [`  publish["${publisherName}"]`, '  publish --> done'] : [];
  const children = workflow.steps.flatMap((step) =>
    step.kind === 'downstream'
      ? [`  ${idOf(step.name)} -. starts .-> c_${idOf(step.name)}(["${childOf(step)}"])`]
      : [],
  );
  const first = workflow.steps[0];
  const start = first === undefined ? [] : [`  start((" ")) --> ${idOf(first.name)}`];
  return [
    '```mermaid',
    'flowchart TD',
    ...start,
    ...nodes,
    ...edges,
    ...publisher,
    ...children,
    '  done(((" ")))',
    '```',
  ].join('\n');
}

function shape(step: Step): string {
  return step.kind === 'downstream' ? `[["${step.name}"]]` : `["${step.name}"]`;
}

function childOf(step: Step & { readonly kind: 'downstream' }): string {
  const { target } = step;
  if (target.kind === 'local') return target.workflow;
  if (target.kind === 'service') return `${target.service}: ${target.workflow}`;
  return 'another state machine';
}
