import { inputRead } from '@sfs3/runtime/contract';
import type { MapFlow, WorkflowFlow } from '../model/flow.js';
import type { FunctionStep, Workflow } from '../model/service.js';
import type { BucketReference, Right, StateMachineReference } from './model.js';
import { documentPattern, type Patterns, patternsOf } from './patterns.js';

const ownBucket: BucketReference = { kind: 'own' };

/** What it takes to hand over what conditions need of the input, and to note where the items of lists in it are. */
export function rightsOfInputReader(workflow: string, flow: WorkflowFlow): readonly Right[] {
  return [readRight(documentPattern), ...rightsOfLists(patternsOf(workflow, flow).ofListsIn(inputRead))];
}

/** What the role of a step may do: read what it declares, write its own object, and find that again. */
export function rightsOfStep({ name }: Workflow, step: FunctionStep, flow: WorkflowFlow): readonly Right[] {
  const patterns = patternsOf(name, flow);
  // What was caught comes with the step's event; what reading an upload takes is said elsewhere.
  const reads = (flow.steps.get(step.name)?.reads ?? [])
    .filter(({ key, writer, item }) => item !== undefined || writer !== undefined || key === inputRead)
    .flatMap(({ key, item }) => (item === undefined ? patterns.ofRead(key) : patterns.ofItem(item)));
  const undoes = flow.steps.get(step.name)?.undoes;
  return withoutRepeats([
    ...reads.map(readRight),
    // A compensation looks for the output of the step that it undoes, whether its body reads that or not.
    ...(undoes === undefined ? [] : rightsOfUndoing(patterns.ofOutput(undoes.key), step, patterns)),
    ...(flow.inputReader === step.name ? rightsOfInputReader(name, flow) : []),
    ...rightsOfOwn(step, patterns),
    ...(flow.publisher === step.name ? rightsOfPublisher(name, flow) : []),
  ]);
}

/** To find the output of the step that is undone; where that is in a map, of each iteration, and which of them are undone. */
function rightsOfUndoing(undone: string, { output }: FunctionStep, patterns: Patterns): readonly Right[] {
  const own = output === undefined ? [] : [patterns.ofOutput(output.key)];
  const listed = [undone, ...own].filter((pattern) => pattern.startsWith('map/'));
  return [readRight(undone), ...listed.map((pattern): Right => ({ kind: 'list', pattern }))];
}

/** What the function of a step writes: its output, or the token with which somebody else answers. */
function rightsOfOwn(step: FunctionStep, patterns: Patterns): readonly Right[] {
  if (step.kind === 'callback') return readAndWrite(patterns.ofToken(step.name));
  if (step.output === undefined) return [];
  const { key, content } = step.output;
  const own = patterns.ofOutput(key);
  return [
    ...readAndWrite(own),
    ...(content === undefined ? [] : [abortRight(own)]),
    ...rightsOfLists(patterns.ofListsIn(key)),
  ];
}

/** What noting takes where the items of lists are, and finding that again. */
function rightsOfLists(patterns: readonly string[]): readonly Right[] {
  return patterns.flatMap(readAndWrite);
}

/**
 * What it takes to put together what a map has done: to list the entries, of which none is read unless they are lists of their own, and to
 * write where they are.
 */
export function rightsOfCollector(workflow: string, { step }: MapFlow, flow: WorkflowFlow): readonly Right[] {
  const patterns = patternsOf(workflow, flow);
  const { output } = step;
  if (output === undefined) return [];
  const [all, ...inner] = patterns.ofEntries(step);
  const entries = all === undefined ? [] : [all];
  return [
    ...entries.map((pattern): Right => ({ kind: 'list', pattern })),
    ...(inner.length === 0 ? [] : entries.map(readRight)),
    ...readAndWrite(patterns.ofOutput(output.key)),
    ...rightsOfLists(patterns.ofListsIn(output.key)),
  ];
}

/** What it takes to find the list of a map in the item of the map around. */
export function rightsOfItemLister(workflow: string, map: MapFlow, flow: WorkflowFlow): readonly Right[] {
  const patterns = patternsOf(workflow, flow);
  const outer = map.around.findLast(({ as }) => as === map.step.over.key);
  const reads = outer === undefined ? [] : patterns.ofItem(outer);
  return withoutRepeats([...reads.map(readRight), ...rightsOfLists([patterns.ofItems(map)])]);
}

/** What publishing takes: every output of a step that is not sensitive, and the document. */
export function rightsOfPublisher(workflow: string, flow: WorkflowFlow): readonly Right[] {
  const keys = flow.outputKeys.filter((key) => !flow.compensationOutputs.has(key));
  return [...rightsOfOutputs(workflow, flow, keys), writeRight(documentPattern)];
}

/** What starting an execution takes: to create its document, to find it again, to start its state machine. */
export function rightsOfStarter(
  bucket: BucketReference,
  stateMachine: StateMachineReference,
): readonly Right[] {
  return [
    { kind: 'read', bucket, pattern: documentPattern },
    { kind: 'write', bucket, pattern: documentPattern },
    { kind: 'start', stateMachine },
  ];
}

/** What composing a document from its parts takes. */
export function rightsOfReader(workflow: string, flow: WorkflowFlow): readonly Right[] {
  return rightsOfOutputs(workflow, flow, flow.outputKeys);
}

/** Sensitive ones are for those alone who declare the read. */
function rightsOfOutputs(workflow: string, flow: WorkflowFlow, keys: readonly string[]): readonly Right[] {
  const patterns = patternsOf(workflow, flow);
  const open = keys.filter((key) => !flow.sensitiveOutputs.has(key));
  return [readRight(documentPattern), ...open.flatMap(patterns.ofRead).map(readRight)];
}

/** The same rights, each once, in the order of their first mention. */
export function withoutRepeats(rights: readonly Right[]): readonly Right[] {
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

function readRight(pattern: string): Right {
  return { kind: 'read', bucket: ownBucket, pattern };
}

function readAndWrite(pattern: string): readonly Right[] {
  return [readRight(pattern), writeRight(pattern)];
}

/** To give up what was uploaded of a file in parts. */
function abortRight(pattern: string): Right {
  return { kind: 'abort', bucket: ownBucket, pattern };
}

function writeRight(pattern: string): Right {
  return { kind: 'write', bucket: ownBucket, pattern };
}
