import type { WorkflowFlow } from '../../model/flow.js';
import type {
  DownstreamStep,
  MapStep,
  ParallelStep,
  Scope,
  Step,
  StepKind,
  WaitTime,
  Workflow,
} from '../../model/service.js';
import { inputReaderName, publisherName } from '../../names.js';
import { edge, failureEdge, label } from './mermaid.js';
import { drawFailures } from './picture-failures.js';

/** What is drawn of a workflow: lines of Mermaid. */
interface Drawing {
  readonly idOf: (step: string) => string;
  readonly nodes: string[];
  readonly edges: string[];
}

/** The workflow as a Mermaid flowchart. Names hold letters, digits, `-` and `_` only, so that none can break it. */
export function renderPicture(workflow: Workflow, flow: WorkflowFlow): string {
  const ids = new Map(flow.allSteps.map((step, index) => [step.name, `s${index}`]));
  const idOf = (name: string): string => ids.get(name) ?? 'nowhere';
  const drawing: Drawing = { idOf, nodes: [], edges: [] };
  drawScope(workflow, drawing, { after: flow.separatePublisher ? 'publish' : 'done', indent: '  ' });
  const first = idOf(workflow.steps[0]?.name ?? '');
  const reader = flow.separateInputReader;
  const failures = drawFailures(flow, idOf);
  return [
    '```mermaid',
    'flowchart TD',
    `  start((" ")) --> ${reader ? 'read' : first}`,
    ...(reader ? [`  read["${inputReaderName}"]`] : []),
    ...drawing.nodes,
    ...failures.nodes.map((line) => `  ${line}`),
    ...(reader ? [`  ${edge('read', first)}`] : []),
    ...[...drawing.edges, ...failures.edges].map((line) => `  ${line}`),
    ...(flow.separatePublisher ? [`  publish["${publisherName}"]`, '  publish --> done'] : []),
    ...flow.allSteps.flatMap((step) =>
      step.kind === 'downstream'
        ? [
            `  ${idOf(step.name)} -. ${step.wait ? 'waits for' : 'starts'} .-> c_${idOf(step.name)}(["${childOf(step)}"])`,
          ]
        : [],
    ),
    '  done(((" ")))',
    '```',
  ].join('\n');
}

interface Place {
  /** The node that the end of the scope leads to. */
  readonly after: string;
  readonly indent: string;
}

function drawScope({ steps }: Scope, drawing: Drawing, place: Place): void {
  for (const step of steps) {
    const id = drawing.idOf(step.name);
    if (step.kind === 'parallel') drawParallel(step, drawing, place.indent);
    else if (step.kind === 'map') drawMap(step, drawing, place.indent);
    else drawing.nodes.push(`${place.indent}${id}${shapeOf(step)}`);
    drawEdges(step, drawing, place);
  }
}

function drawParallel(step: ParallelStep, drawing: Drawing, indent: string): void {
  const id = drawing.idOf(step.name);
  drawing.nodes.push(`${indent}subgraph ${id}${shapeOf(step)}`);
  for (const [index, branch] of step.branches.entries()) {
    const after = `${id}_${index}_end`;
    drawing.nodes.push(`${indent}  subgraph ${id}_${index}["${branch.name}"]`);
    drawScope(branch, drawing, { after, indent: `${indent}    ` });
    drawing.nodes.push(`${indent}    ${after}((" "))`, `${indent}  end`);
  }
  drawing.nodes.push(`${indent}end`);
}

function drawMap(step: MapStep, drawing: Drawing, indent: string): void {
  const id = drawing.idOf(step.name);
  drawing.nodes.push(`${indent}subgraph ${id}${shapeOf(step)}`);
  drawScope(step, drawing, { after: `${id}_end`, indent: `${indent}  ` });
  drawing.nodes.push(`${indent}  ${id}_end((" "))`, `${indent}end`);
}

function drawEdges(step: Step, { idOf, edges }: Drawing, { after }: Place): void {
  const from = idOf(step.name);
  const lead = (next: string | undefined, text?: string): void => {
    edges.push(edge(from, next === undefined ? after : idOf(next), text));
  };
  if (step.kind === 'choice') {
    for (const { when, next } of step.rules) lead(next, when.source);
    lead(step.otherwise, 'otherwise');
  } else if (step.kind === 'succeed') {
    lead(undefined);
  } else if (step.kind !== 'fail') {
    lead(step.next);
  }
  if (!('catches' in step)) return;
  for (const { errors, next } of step.catches) edges.push(failureEdge(from, idOf(next), errors.join(', ')));
}

type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>;

const shapes: { readonly [Kind in StepKind]: (step: StepOf<Kind>) => string } = {
  task: ({ name }) => `["${name}"]`,
  downstream: ({ name }) => `[["${name}"]]`,
  asl: ({ name, state }) => `{{"${name}: ${label(String(state.Type))}"}}`,
  callback: ({ name }) => `[/"${name}"/]`,
  parallel: ({ name }) => `["${name}"]`,
  map: ({ name, as, over }) => `["${name}: each ${as} of ${label([over.key, ...over.path].join('.'))}"]`,
  choice: ({ name }) => `{"${name}"}`,
  wait: (step) => `(["${step.name}: ${label(waitText(step.for))}"])`,
  succeed: ({ name }) => `(("${name}"))`,
  fail: ({ name, error }) => `>"${name}: ${label(error)}"]`,
};

function shapeOf<Kind extends StepKind>(step: StepOf<Kind>): string {
  const shape: (step: StepOf<Kind>) => string = shapes[step.kind as Kind];
  return shape(step);
}

function waitText(time: WaitTime): string {
  if (time.kind === 'until')
    return `until ${typeof time.until === 'string' ? time.until : time.until.source}`;
  return `${typeof time.seconds === 'number' ? time.seconds : time.seconds.source} s`;
}

function childOf({ target }: DownstreamStep): string {
  if (target.kind === 'local') return target.workflow;
  if (target.kind === 'service') return `${target.service}: ${target.workflow}`;
  return 'another state machine';
}
