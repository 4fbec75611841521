import type { PackagedSource } from './services.js';

type Workflow = PackagedSource['service']['workflows'][number];
type Step = Workflow['steps'][number];
/** A step that has a function. */
export type FunctionStep = Extract<Step, { readonly settings: unknown }>;

/** The key of some document. */
export const someDocument = '0x0123456789abcdef';

/** The key of an output of some execution. */
export function someOutput(workflow: string, key: string): string {
  return `out/${workflow}/${someDocument}/${key}`;
}

/** The key of the token of a callback step of some execution. */
function someToken(workflow: string, step: string): string {
  return `callback/${workflow}/${someDocument}/${step}`;
}

/** The steps of a workflow that have a function, those of branches and compensations included. */
export function functionSteps({ flow }: PackagedSource, workflow: Workflow): readonly FunctionStep[] {
  const { allSteps = [], compensations = [] } = flow.get(workflow.name) ?? {};
  return [...allSteps.filter(hasFunction), ...compensations];
}

/** A state that is written out has a function where it reads or writes. */
function hasFunction(step: Step): step is FunctionStep {
  if (step.kind === 'asl') return step.reads.length > 0 || step.output !== undefined;
  return 'settings' in step;
}

/** Every key that a step of the service could touch, and some that none may. */
export function keysToTry(source: PackagedSource): readonly string[] {
  const own = source.service.workflows.flatMap((workflow) => [
    ...(source.flow.get(workflow.name)?.outputKeys ?? []).map((key) => someOutput(workflow.name, key)),
    ...functionSteps(source, workflow).map((step) => someToken(workflow.name, step.name)),
  ]);
  const uploads = source.service.workflows.flatMap(({ s3Triggers }) => s3Triggers.map(someUpload));
  const nobodys = [
    ...uploads,
    'inbox/x',
    'x/inbox/scans/x.txt',
    'inbox/scans/x.txt.exe',
    'map/X/0x01/m/0/k',
    'items/X/0x01/k',
    'out/X/0x01/k',
    'callback/X/0x01/k',
  ];
  return [...own, someDocument, ...nobodys];
}

/**
 * What a step may touch by the spec alone: its reads, its output, or the token that it gives away; the output of what it undoes; the
 * document where it hands scalars of it over, and everything that is not sensitive where it publishes.
 */
export function declaredKeys(
  source: PackagedSource,
  workflow: Workflow,
  step: FunctionStep,
): Readonly<Record<'read' | 'write' | 'abort' | 'version', ReadonlySet<string>>> {
  const workflowFlow = source.flow.get(workflow.name);
  const own = (key: string): string => (key === 'input' ? someDocument : someOutput(workflow.name, key));
  const reads = (workflowFlow?.steps.get(step.name)?.reads ?? [])
    .filter(({ key, writer }) => key === 'input' || writer !== undefined)
    .map(({ key }) => own(key));
  const undoneStep = workflowFlow?.allSteps.find(
    (other) => 'compensate' in other && other.compensate?.name === step.name,
  );
  const undone = undoneStep === undefined ? [] : outputsOf([undoneStep]).map(({ key }) => own(key));
  const uploads = uploadsOf(workflow, workflowFlow?.steps.get(step.name)?.reads ?? []);
  // The input names the upload.
  const naming = uploads.length > 0 ? [someDocument] : [];
  const handsOver = workflowFlow?.inputReader === step.name ? [someDocument] : [];
  const output = step.output === undefined ? [] : [own(step.output.key)];
  const written = step.kind === 'callback' ? [someToken(workflow.name, step.name)] : output;
  const publishes = workflowFlow?.publisher === step.name;
  const document = publishes || hasChildHere(step) ? [someDocument] : [];
  const published = publishes ? openKeys(workflowFlow?.allSteps ?? []).map(own) : [];
  return {
    read: new Set([
      ...uploads,
      ...naming,
      ...reads,
      ...undone,
      ...handsOver,
      ...written,
      ...document,
      ...published,
      ...keysOfAwaited(source, step),
    ]),
    write: new Set([...written, ...document]),
    version: new Set(uploads),
    // What is uploaded in parts.
    abort: new Set(step.output?.content === undefined ? [] : output),
  };
}

/** The key of some object that a trigger is told of. */
function someUpload({ prefix, suffix }: Workflow['s3Triggers'][number]): string {
  return `${prefix}some${suffix}`;
}

function uploadsOf(
  { s3Triggers }: Workflow,
  reads: readonly { readonly key: string; readonly writer: string | undefined }[],
): readonly string[] {
  const isRead = reads.some(({ key, writer }) => key === 'upload' && writer === undefined);
  return isRead ? s3Triggers.map(someUpload) : [];
}

/** The keys of outputs that are read by whoever publishes. */
export function openKeys(steps: readonly Step[]): readonly string[] {
  return outputsOf(steps)
    .filter(({ sensitive }) => !sensitive)
    .map(({ key }) => key);
}

function outputsOf(steps: readonly Step[]) {
  return steps.flatMap((step) => ('output' in step && step.output !== undefined ? [step.output] : []));
}

/** Whether a step starts a child whose document lies in this service's bucket. */
function hasChildHere(step: FunctionStep): boolean {
  if (step.kind !== 'downstream') return false;
  return step.target.kind === 'local' || (step.target.kind === 'arn' && step.target.bucket === undefined);
}

/** The outputs that the document of an awaited child may refer to. */
function keysOfAwaited({ flow }: PackagedSource, step: FunctionStep): readonly string[] {
  if (step.kind !== 'downstream' || !step.wait || step.target.kind !== 'local') return [];
  const { workflow } = step.target;
  if (step.output === undefined) return [];
  return openKeys(flow.get(workflow)?.allSteps ?? []).map((key) => someOutput(workflow, key));
}
