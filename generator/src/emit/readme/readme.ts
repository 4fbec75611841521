import type { Artifact } from '../../artifact.js';
import type { DeployedFunction, Right, StateMachineReference } from '../../deployment/model.js';
import type { FunctionStep, Service } from '../../model/service.js';
import { owned, type WorkflowContext } from '../emit-context.js';
import { machineRights } from './machine-rights.js';
import { renderPicture } from './picture.js';

/** How many reads a row of the table names. */
const namedReads = 8;

/** `README.md`: what the folder holds, the workflows as pictures, and what each function reads, writes and may do. */
export function emitReadme(
  service: Service,
  contexts: readonly WorkflowContext[],
  functions: readonly DeployedFunction[],
): Artifact {
  const sections = contexts.map((context) =>
    workflowSection(
      context,
      functions.filter((deployed) => deployed.workflow === context.workflow.name),
    ),
  );
  return owned('README.md', [introduction(service), ...sections, wildcards(service), ''].join('\n\n'));
}

function introduction(service: Service): string {
  return [
    `# ${service.name}`,
    '',
    'This folder is written by sfs3 from the workflow file and replaced by every run: changes belong there.',
    'Deploy it with `npx serverless deploy --stage <stage>` from this folder. State machines name exact versions of their',
    'functions, so new code reaches them by a whole deployment; `deploy function` reaches the functions behind http alone.',
  ].join('\n');
}

function workflowSection(context: WorkflowContext, functions: readonly DeployedFunction[]): string {
  const { workflow, flow } = context;
  const steps = new Map(context.steps.map((step) => [step.name, step]));
  const rows = functions.map((deployed) => functionRow(context, deployed, steps.get(deployed.name)));
  return [
    `## ${workflow.name}`,
    ...(workflow.description === undefined ? [] : ['', plainText(workflow.description)]),
    '',
    renderPicture(workflow, flow),
    '',
    '| function | reads | writes | its role may |',
    '|---|---|---|---|',
    ...rows,
    ...machineRights(context),
  ].join('\n');
}

function functionRow(
  context: WorkflowContext,
  deployed: DeployedFunction,
  step: FunctionStep | undefined,
): string {
  const reads = context.flow.steps.get(deployed.name)?.reads ?? [];
  const named = reads.slice(0, namedReads).map(({ key, optional }) => `\`${key}${optional ? '?' : ''}\``);
  const more = reads.length > namedReads ? [`and ${reads.length - namedReads} more`] : [];
  const cells = [
    deployed.name,
    [...named, ...more].join(', '),
    writesText(context, step),
    rightsText(deployed.rights),
  ];
  return `| ${cells.join(' | ')} |`;
}

function writesText({ flow }: WorkflowContext, step: FunctionStep | undefined): string {
  if (step?.output === undefined) return '';
  const manner = step.kind === 'callback' ? ' (by whoever answers)' : '';
  const again = flow.steps.get(step.name)?.onLoop === true ? ' (anew on each visit)' : '';
  const sensitive = step.output.sensitive ? ' (sensitive)' : '';
  const content =
    step.output.content === undefined ? '' : ` (a file of the type ${plainText(step.output.content)})`;
  return `\`${step.output.key}\`${manner}${again}${content}${sensitive}`;
}

function rightsText(rights: readonly Right[]): string {
  const shown = rights.slice(0, namedReads * 2).map(rightText);
  const more = rights.length > shown.length ? [`and ${rights.length - shown.length} more of this kind`] : [];
  return [...shown, ...more].join('<br>');
}

function rightText(right: Right): string {
  switch (right.kind) {
    case 'read':
    case 'write':
    case 'abort': {
      const bucket = right.bucket.kind === 'own' ? '' : ' of the other bucket';
      const verb = right.kind === 'abort' ? 'abort uploads of' : right.kind;
      return `${verb} \`${right.pattern}\`${bucket}`;
    }
    case 'list':
      return `list \`${right.pattern}\``;
    case 'read-version':
      return `read versions of \`${right.pattern}\``;
    case 'start':
      return `start ${machineText(right.stateMachine)}`;
    case 'describe':
      return `describe executions of ${machineText(right.stateMachine)}`;
  }
}

function machineText(reference: StateMachineReference): string {
  return reference.kind === 'arn' ? 'a state machine' : reference.workflow;
}

/** Where a policy says `*`, and why. */
function wildcards(service: Service): string {
  const key = service.storage.encryption.startsWith('arn:')
    ? [
        '',
        'The key is yours: its policy must let `delivery.logs.amazonaws.com` decrypt, or the state machines write no logs.',
      ]
    : [];
  return [
    '## Where a role holds `*`',
    '',
    'Data rights name keys: `0x*` stands for the executions, never for a step or an output. AWS offers no resource level for:',
    '',
    '- `xray:PutTraceSegments`, `xray:PutTelemetryRecords`, `xray:GetSamplingRules`, `xray:GetSamplingTargets`: traces;',
    '- `logs:CreateLogDelivery` and its kin: the delivery of state machine logs.',
    '',
    'State machines may invoke every version of their own functions (`:*`), since an execution ends on the versions that it began with.',
    ...key,
  ].join('\n');
}

/** The user's text as one paragraph of Markdown in which nothing is markup. */
function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!$&]/g, (character) => `\\${character}`);
}
