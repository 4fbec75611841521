import type { DownstreamDefinition } from '../contract/definition.js';
import { environmentNames } from '../contract/environment.js';
import { requireVariable } from '../environment.js';
import { type ChildStart, startChild } from '../start/start-child.js';
import { sharedStatesClient } from '../start/states-client.js';
import { childInput } from './child-input.js';
import { createFlow, type StepHandler, type Work } from './step-flow.js';
import type { StepSupport } from './support.js';

/**
 * Makes the handler of a step that starts another workflow and goes on. The child's input is what a map
 * names of the step's reads, or else all of them: the input's properties, and each output under its key. However often the step is repeated, there is one child.
 *
 * @param support Needed where the definition asks for it.
 */
export function createDownstreamHandler(
  definition: DownstreamDefinition,
  support?: StepSupport,
): StepHandler {
  const sfn = sharedStatesClient();
  const work: Work = async (visit, reads) => {
    const start: ChildStart = {
      sfn,
      stateMachineArn: requireVariable(environmentNames.childStateMachine),
      bucket: { ...visit.bucket, name: process.env[environmentNames.childBucket] || visit.bucket.name },
      workflow: definition.child.workflow,
      input: childInput(definition, reads),
      schema: definition.child.input?.version,
    };
    return startChild(visit, start);
  };
  return createFlow(definition, work, support);
}
