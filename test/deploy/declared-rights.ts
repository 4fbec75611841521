import type { PackagedSource } from './services.js';

type Workflow = PackagedSource['service']['workflows'][number];
type Step = Workflow['steps'][number];

/** The key of some document. */
export const someDocument = '0x0123456789abcdef';

/** The key of an output of some execution. */
export function someOutput(workflow: string, key: string): string {
  return `out/${workflow}/${someDocument}/${key}`;
}

/** Every key that a step of the service could touch, and some that none may. */
export function keysToTry({ service, flow }: PackagedSource): readonly string[] {
  const outputs = service.workflows.flatMap(({ name }) =>
    (flow.get(name)?.outputKeys ?? []).map((key) => someOutput(name, key)),
  );
  return [...outputs, someDocument, 'inbox/x', 'map/X/0x01/m/0/k', 'items/X/0x01/k', 'out/X/0x01/k'];
}

/** What a step may touch by the spec alone: its reads, its output; the whole document where it publishes. */
export function declaredKeys(
  { flow }: PackagedSource,
  workflow: Workflow,
  step: Step,
): { readonly read: ReadonlySet<string>; readonly write: ReadonlySet<string> } {
  const workflowFlow = flow.get(workflow.name);
  const own = (key: string): string => (key === 'input' ? someDocument : someOutput(workflow.name, key));
  const reads = (workflowFlow?.steps.get(step.name)?.reads ?? []).map(({ key }) => own(key));
  const written = step.output === undefined ? [] : [own(step.output.key)];
  const publishes = workflowFlow?.publisher === step.name;
  const document = publishes || hasChildHere(step) ? [someDocument] : [];
  const published = publishes ? (workflowFlow?.outputKeys ?? []).map(own) : [];
  return {
    read: new Set([...reads, ...written, ...document, ...published]),
    write: new Set([...written, ...document]),
  };
}

/** Whether a step starts a child whose document lies in this service's bucket. */
function hasChildHere(step: Step): boolean {
  if (step.kind !== 'downstream') return false;
  return step.target.kind === 'local' || (step.target.kind === 'arn' && step.target.bucket === undefined);
}
