import type { DownstreamDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { inputRead } from '../contract/keys.js';
import { requireVariable } from '../environment.js';
import { InputValidationError } from '../errors/validation.js';
import { checkInputKeys } from '../load/input-document.js';
import type { LoadedReads } from '../load/load-reads.js';
import { problemsOf } from '../load/validate.js';
import { mergeDocument, withoutKeys } from '../merge/merge-document.js';
import { type ChildStart, startChild } from '../start/start-child.js';
import { sharedStatesClient } from '../start/states-client.js';
import { createFlow, type StepHandler } from './step-flow.js';

/**
 * Makes the handler of a step that starts another workflow and goes on. The child's input is what the step reads: the
 * input's properties, and each output under its key. However often the step is repeated, there is one child.
 */
export function createDownstreamHandler(definition: DownstreamDefinition): StepHandler {
  const sfn = sharedStatesClient();
  return createFlow(definition, async (visit, reads) => {
    const start: ChildStart = {
      sfn,
      stateMachineArn: requireVariable(environmentNames.childStateMachine),
      bucket: { ...visit.bucket, name: process.env[environmentNames.childBucket] || visit.bucket.name },
      workflow: definition.child.workflow,
      input: childInput(definition, reads),
      schema: definition.child.input?.version,
    };
    return startChild(visit, start);
  });
}

function childInput({ step, child }: DownstreamDefinition, reads: LoadedReads): Uint8Array {
  const { [inputRead]: own, ...outputs } = reads.values;
  const value: object = { ...(reads.input?.value ?? {}), ...present(outputs) };
  checkInputKeys(child.workflow, value, child.outputKeys ?? []);
  const problems = child.input ? problemsOf(child.input, value) : [];
  if (problems.length > 0) throw new InputValidationError(step, `the input of ${child.workflow}`, problems);
  // No output may have the name of an input's property; the error may, and then takes its place.
  const text = withoutKeys(
    reads.input?.text ?? Buffer.from('{}'),
    new Set(reads.parts.map(({ key }) => key)),
  );
  return mergeDocument(text, reads.parts);
}

function present(outputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
