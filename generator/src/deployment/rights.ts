import { errorRead, inputRead } from '@sfs3/runtime/contract';
import type { WorkflowFlow } from '../model/flow.js';
import type { FunctionStep, Workflow } from '../model/service.js';
import type { BucketReference, Right, StateMachineReference } from './model.js';

/** The keys of all documents of a bucket. */
export const documentPattern = '0x*';

const ownBucket: BucketReference = { kind: 'own' };

/** What it takes to hand over what conditions need of the input. */
export const rightOfInputReader: Right = { kind: 'read', bucket: ownBucket, pattern: documentPattern };

/** The keys of one output of all executions. IAM's `*` crosses `/`, so nothing may stand below them. */
export function outputPattern(workflow: string, key: string): string {
  return `out/${workflow}/0x*/${key}`;
}

/** The key of the token of a callback step in all executions. */
export function tokenPattern(workflow: string, step: string): string {
  return `callback/${workflow}/0x*/${step}`;
}

/** What the role of a step may do: read what it declares, write its own object, and find that again. */
export function rightsOfStep(workflow: Workflow, step: FunctionStep, flow: WorkflowFlow): readonly Right[] {
  // What was caught comes with the step's event.
  const reads = (flow.steps.get(step.name)?.reads ?? [])
    .filter(({ key, writer }) => key !== errorRead && (writer !== undefined || key === inputRead))
    .map(({ key }) => readRight(key === inputRead ? documentPattern : outputPattern(workflow.name, key)));
  const own = ownPattern(workflow.name, step);
  return withoutRepeats([
    ...reads,
    ...(flow.inputReader === step.name ? [rightOfInputReader] : []),
    ...(own === undefined ? [] : [readRight(own), writeRight(own)]),
    ...(own === undefined || step.output?.content === undefined ? [] : [abortRight(own)]),
    ...(flow.publisher === step.name ? rightsOfPublisher(workflow.name, flow) : []),
  ]);
}

/** What the function of a step writes: its output, or the token with which somebody else answers. */
function ownPattern(workflow: string, step: FunctionStep): string | undefined {
  if (step.kind === 'callback') return tokenPattern(workflow, step.name);
  return step.output === undefined ? undefined : outputPattern(workflow, step.output.key);
}

/** What publishing takes: every output that is not sensitive, and the document. */
export function rightsOfPublisher(workflow: string, flow: WorkflowFlow): readonly Right[] {
  return [...rightsOfReader(workflow, flow), writeRight(documentPattern)];
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

/** What composing a document from its parts takes. Sensitive ones are for those alone who declare the read. */
export function rightsOfReader(workflow: string, flow: WorkflowFlow): readonly Right[] {
  return [
    readRight(documentPattern),
    ...flow.outputKeys
      .filter((key) => !flow.sensitiveOutputs.has(key))
      .map((key) => readRight(outputPattern(workflow, key))),
  ];
}

/** The same rights, each once, in the order of their first mention. */
export function withoutRepeats(rights: readonly Right[]): readonly Right[] {
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

function readRight(pattern: string): Right {
  return { kind: 'read', bucket: ownBucket, pattern };
}

/** To give up what was uploaded of a file in parts. */
function abortRight(pattern: string): Right {
  return { kind: 'abort', bucket: ownBucket, pattern };
}

function writeRight(pattern: string): Right {
  return { kind: 'write', bucket: ownBucket, pattern };
}
