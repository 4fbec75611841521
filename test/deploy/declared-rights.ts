import { collectorName, itemListerName } from '../../generator/src/names.js';
import { DeclaredLists, someDocument } from './declared-lists.js';
import type { PackagedSource } from './services.js';

type Workflow = PackagedSource['service']['workflows'][number];
type Step = Workflow['steps'][number];
/** A step that has a function. */
export type FunctionStep = Extract<Step, { readonly settings: unknown }>;

/** What a role may do with which keys; `list` are the prefixes that it may list. */
export interface DeclaredKeys {
  readonly read: ReadonlySet<string>;
  readonly write: ReadonlySet<string>;
  readonly abort: ReadonlySet<string>;
  readonly version: ReadonlySet<string>;
  readonly list: readonly string[];
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
  const own = source.service.workflows.flatMap((workflow) => new DeclaredLists(source, workflow).all);
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
 * document where it hands scalars of it over, and everything that is not sensitive where it publishes; where it is noted which items of
 * a list are whose, for the items that it reads and for the lists that it writes.
 */
export function declaredKeys(source: PackagedSource, workflow: Workflow, step: FunctionStep): DeclaredKeys {
  const workflowFlow = source.flow.get(workflow.name);
  const lists = new DeclaredLists(source, workflow);
  const own = (key: string): string => lists.output(key);
  const reads = (workflowFlow?.steps.get(step.name)?.reads ?? []).flatMap(({ key, writer, item }) => {
    if (item !== undefined) return lists.item(item.name);
    return key === 'input' || writer !== undefined ? lists.read(key) : [];
  });
  const undoneStep = workflowFlow?.allSteps.find(
    (other) => 'compensate' in other && other.compensate?.name === step.name,
  );
  const undone = undoneStep === undefined ? [] : outputsOf([undoneStep]).map(({ key }) => own(key));
  const uploads = uploadsOf(workflow, workflowFlow?.steps.get(step.name)?.reads ?? []);
  // The input names the upload.
  const naming = uploads.length > 0 ? [someDocument] : [];
  const isReader = workflowFlow?.inputReader === step.name;
  const handsOver = isReader ? [someDocument] : [];
  const output = step.output === undefined ? [] : [own(step.output.key)];
  const noted = [
    ...(isReader ? lists.notedWith('input') : []),
    ...(step.kind === 'callback' ? [] : output.flatMap(() => lists.notedWith(step.output?.key ?? ''))),
  ];
  const written = [...(step.kind === 'callback' ? [lists.token(step.name)] : output), ...noted];
  const publishes = workflowFlow?.publisher === step.name;
  const document = publishes || hasChildHere(step) ? [someDocument] : [];
  const published = publishes ? openKeys(source, workflow).flatMap((key) => lists.read(key)) : [];
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
    // The iterations that were done, and those that are undone.
    list: [...undone, ...(undone.length > 0 ? output : [])].filter((key) => key.startsWith('map/')),
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

/** The generated functions beside the maps of a workflow, and what they may touch. */
export function declaredMapKeys(
  source: PackagedSource,
  workflow: Workflow,
): readonly (DeclaredKeys & { readonly name: string })[] {
  const lists = new DeclaredLists(source, workflow);
  const none = { abort: new Set<string>(), version: new Set<string>(), list: [] };
  return lists.maps.flatMap(({ step, around, source: list }) => {
    const outer = around.findLast(({ as }) => as === step.over.key);
    const items = lists.items(step.name);
    const lister =
      list === 'item' && outer !== undefined
        ? [
            {
              ...none,
              name: itemListerName(step.name),
              read: new Set([items, ...lists.item(outer.name)]),
              write: new Set([items]),
            },
          ]
        : [];
    if (step.output === undefined) return lister;
    const written = [lists.output(step.output.key), ...lists.notedWith(step.output.key)];
    const [own = '', ...inner] = lists.entries(step.name);
    const collector = {
      ...none,
      name: collectorName(step.name),
      // Entries that are lists themselves are looked at.
      read: new Set([...written, ...(inner.length === 0 ? [] : [own])]),
      write: new Set(written),
      list: [own],
    };
    return [...lister, collector];
  });
}

/** The keys of outputs that are read by whoever publishes: those in maps are not the document's. */
export function openKeys({ flow }: PackagedSource, { name }: Workflow): readonly string[] {
  const { allSteps = [], steps } = flow.get(name) ?? {};
  return outputsOf(allSteps.filter((step) => !steps?.get(step.name)?.maps.length))
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
function keysOfAwaited(source: PackagedSource, step: FunctionStep): readonly string[] {
  if (step.kind !== 'downstream' || !step.wait || step.target.kind !== 'local') return [];
  const { workflow } = step.target;
  const child = source.service.workflows.find(({ name }) => name === workflow);
  if (step.output === undefined || child === undefined) return [];
  const lists = new DeclaredLists(source, child);
  return openKeys(source, child).flatMap((key) => lists.read(key));
}
