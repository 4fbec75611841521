import type { DownstreamDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { requireVariable } from '../environment.js';
import { InvalidStepEventError } from '../errors/validation.js';
import { fetchDocument } from '../fetch/fetch-document.js';
import { WrittenJson } from '../json/json-text.js';
import { mergeDocument } from '../merge/merge-document.js';
import { executionArnOf } from '../start/arn.js';
import { ensureEndedWell } from '../start/ended-well.js';
import { type ChildPreparation, type DownstreamOutput, prepareChild } from '../start/start-child.js';
import { sharedStatesClient } from '../start/states-client.js';
import type { Bucket } from '../store/object-store.js';
import { childInput } from './child-input.js';
import { createFlow, type StepHandler, type Work } from './step-flow.js';
import type { StepSupport } from './support.js';
import type { Visit } from './visit.js';

/** The output of a downstream step that waits. */
export interface AwaitedOutput extends DownstreamOutput {
  /** The child's document. */
  readonly document: Readonly<Record<string, unknown>>;
}

/**
 * Makes the handler of a step that waits for the workflow that it starts. Between its two phases the state machine itself starts
 * the child and waits: `prepare` creates the child's document and answers its id, `store` reads what has become of it.
 *
 * @param support Needed where the definition asks for it.
 */
export function createAwaitHandler(definition: DownstreamDefinition, support: StepSupport = {}): StepHandler {
  const prepare = preparing(definition, support);
  const store = storing(definition, support);
  return async (event, lambda) => {
    const { phase }: { readonly phase?: unknown } = Object(event);
    return (phase === 'prepare' ? prepare : store)(event, lambda);
  };
}

/** Nothing of this phase lies in the step's own output: repeated, it finds the child's document. */
function preparing(definition: DownstreamDefinition, support: StepSupport): StepHandler {
  const { output: _stored, publish: _last, inputSignals: _later, ...reading } = definition;
  return createFlow(
    reading,
    async (visit, reads) => {
      const start: ChildPreparation = {
        stateMachineArn: requireVariable(environmentNames.childStateMachine),
        bucket: childBucket(visit),
        workflow: definition.child.workflow,
        input: childInput(definition, reads),
        schema: definition.child.input?.version,
      };
      return (await prepareChild(visit, start)).processData;
    },
    { ...support, answer: (child) => ({ child: String(child) }) },
  );
}

function storing(definition: DownstreamDefinition, support: StepSupport): StepHandler {
  const sfn = sharedStatesClient();
  const work: Work = async (visit) => {
    const { child, phase } = visit.event;
    if (phase !== 'store') throw new InvalidStepEventError('phase');
    if (child === undefined) throw new InvalidStepEventError('child');
    const stateMachineArn = requireVariable(environmentNames.childStateMachine);
    const downstreamExecutionArn = executionArnOf(stateMachineArn, child.processData);
    if (!child.ended) await ensureEndedWell(sfn, visit.step, downstreamExecutionArn);
    if (definition.output === undefined) return undefined;
    return awaitedOutput(visit, definition.child, {
      downstreamExecutionArn,
      processData: child.processData,
    });
  };
  return createFlow({ ...definition, reads: [] }, work, support);
}

/** The text of the document is taken over as it lies there, so that its numbers keep their digits. */
async function awaitedOutput(
  visit: Visit,
  { workflow, outputKeys, sensitive, contents }: DownstreamDefinition['child'],
  started: DownstreamOutput,
): Promise<WrittenJson> {
  const bucket = childBucket(visit);
  const { document, text } = await fetchDocument({
    s3: bucket.s3,
    bucket: bucket.name,
    workflow,
    txnId: started.processData,
    // Of a workflow that is not known the role may read the document alone.
    ...(outputKeys ? { outputKeys } : { documentAlone: true }),
    sensitive,
    contents,
    withholdSensitive: true,
    signal: bucket.signal,
  });
  const part = { key: 'document', bytes: Buffer.from(text) };
  const bytes = mergeDocument(Buffer.from(JSON.stringify(started)), [part]);
  return new WrittenJson(bytes, { ...started, document });
}

function childBucket({ bucket }: Visit): Bucket {
  return { ...bucket, name: process.env[environmentNames.childBucket] || bucket.name };
}
