import { inputRead } from '@sfs3/runtime/contract';
import type { WorkflowFlow } from '../model/flow.js';
import type { Step, Workflow } from '../model/service.js';
import type { BucketReference, Right, StateMachineReference } from './model.js';

/** The keys of all documents of a bucket. */
export const documentPattern = '0x*';

const ownBucket: BucketReference = { kind: 'own' };

/** The keys of one output of all executions. IAM's `*` crosses `/`, so nothing may stand below them. */
export function outputPattern(workflow: string, key: string): string {
  return `out/${workflow}/0x*/${key}`;
}

/** What the role of a step may do: read what it declares, write its output, and find its own output again. */
export function rightsOfStep(workflow: Workflow, step: Step, flow: WorkflowFlow): readonly Right[] {
  const reads = (flow.steps.get(step.name)?.reads ?? []).map((read) =>
    readRight(read.key === inputRead ? documentPattern : outputPattern(workflow.name, read.key)),
  );
  const own =
    step.output === undefined
      ? []
      : [
          readRight(outputPattern(workflow.name, step.output.key)),
          writeRight(outputPattern(workflow.name, step.output.key)),
        ];
  const publishing = flow.publisher === step.name ? rightsOfPublisher(workflow.name, flow) : [];
  return withoutRepeats([...reads, ...own, ...publishing]);
}

/** What publishing takes: every output, and the document. */
export function rightsOfPublisher(workflow: string, flow: WorkflowFlow): readonly Right[] {
  return [
    readRight(documentPattern),
    ...flow.outputKeys.map((key) => readRight(outputPattern(workflow, key))),
    writeRight(documentPattern),
  ];
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
  return [
    readRight(documentPattern),
    ...flow.outputKeys.map((key) => readRight(outputPattern(workflow, key))),
  ];
}

/** The same rights, each once, in the order of their first mention. */
export function withoutRepeats(rights: readonly Right[]): readonly Right[] {
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

function readRight(pattern: string): Right {
  return { kind: 'read', bucket: ownBucket, pattern };
}

function writeRight(pattern: string): Right {
  return { kind: 'write', bucket: ownBucket, pattern };
}
