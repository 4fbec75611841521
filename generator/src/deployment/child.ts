import { environmentNames } from '@sfs3/runtime/contract';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { DownstreamStep, DownstreamTarget } from '../model/service.js';
import { childSubstitution } from '../names.js';
import type { BucketReference, EnvironmentValue, Right, StateMachineReference } from './model.js';
import { rightsOfReader, rightsOfStarter } from './rights.js';

/** What the function of a downstream step needs beside what every step needs. */
export function startOf(
  step: DownstreamStep,
  flows: ServiceFlow,
): {
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly rights: readonly Right[];
} {
  const stateMachine = childMachine(step);
  const bucket = bucketOf(step.target);
  const starting = rightsOfStarter(bucket, stateMachine);
  return {
    environment: {
      [environmentNames.childStateMachine]: { kind: 'stateMachine', stateMachine },
      ...(bucket.kind === 'own' ? {} : { [environmentNames.childBucket]: { kind: 'bucket', bucket } }),
    },
    rights: step.wait
      ? [
          // The state machine starts the child itself.
          ...starting.filter(({ kind }) => kind !== 'start'),
          ...readsOfChild(step, flows),
          { kind: 'describe', stateMachine },
        ]
      : starting,
  };
}

/** The state machine that a downstream step starts. */
function childMachine({ target }: DownstreamStep): StateMachineReference {
  return target.kind === 'arn' ? { kind: 'arn', arn: target.stateMachine } : target;
}

/** A child that the state machine of a workflow starts itself. */
export interface AwaitedMachine {
  /** Of its ARN in the definition. */
  readonly placeholder: string;
  readonly stateMachine: StateMachineReference;
}

/** The children that the steps of a workflow wait for. */
export function awaitedChildren(workflow: string, { allSteps }: WorkflowFlow): readonly AwaitedMachine[] {
  return allSteps.flatMap((step) =>
    step.kind === 'downstream' && step.wait
      ? [{ placeholder: childSubstitution(workflow, step.name), stateMachine: childMachine(step) }]
      : [],
  );
}

/** The outputs that a child's document may refer to, where they are known. */
function readsOfChild({ target, output }: DownstreamStep, flows: ServiceFlow): readonly Right[] {
  const flow = target.kind === 'local' ? flows.get(target.workflow) : undefined;
  if (flow === undefined || output === undefined || target.kind !== 'local') return [];
  return rightsOfReader(target.workflow, flow);
}

function bucketOf(target: DownstreamTarget): BucketReference {
  if (target.kind === 'service') return { kind: 'service', service: target.service };
  if (target.kind === 'arn' && target.bucket !== undefined) return { kind: 'named', name: target.bucket };
  return { kind: 'own' };
}
