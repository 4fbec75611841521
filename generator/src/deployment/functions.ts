import { environmentNames } from '@sfs3/runtime/contract';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { DownstreamTarget, FunctionStep, Service, Workflow } from '../model/service.js';
import { functionKey } from '../names.js';
import { functionSteps } from './function-steps.js';
import { endpointFunctions, inputReaderFunction, publisherFunction } from './generated-functions.js';
import type {
  BucketReference,
  DeployedFunction,
  EnvironmentValue,
  FunctionKind,
  Right,
  StateMachineReference,
} from './model.js';
import { rightsOfStarter, rightsOfStep, withoutRepeats } from './rights.js';
import { rightsOfUploadReader, uploadFunctions } from './upload-functions.js';

/** Every function of a service: workflow by workflow the steps, then what is generated beside them. */
export function deployedFunctions(service: Service, flow: ServiceFlow): readonly DeployedFunction[] {
  return service.workflows.flatMap((workflow) =>
    functionsOfWorkflow({ service, workflow, flow: flowOf(flow, workflow) }),
  );
}

const invoked: Record<FunctionKind, boolean> = {
  task: true,
  downstream: true,
  callback: true,
  'input-reader': true,
  publisher: true,
  start: false,
  status: false,
  document: false,
  'upload-start': false,
};

/** Whether a function is invoked by the state machine of its workflow. */
export function isInvoked({ kind }: DeployedFunction): boolean {
  return invoked[kind];
}

/** What the analysis knows of a workflow. Throws where the analysis was of another service. */
export function flowOf(flow: ServiceFlow, workflow: Workflow): WorkflowFlow {
  const found = flow.get(workflow.name);
  if (found === undefined) throw new Error(`Workflow "${workflow.name}" was not analysed.`);
  return found;
}

/** The workflow whose functions are described. */
interface FunctionPlace {
  readonly service: Service;
  readonly workflow: Workflow;
  readonly flow: WorkflowFlow;
}

function functionsOfWorkflow(place: FunctionPlace): readonly DeployedFunction[] {
  const { workflow, flow } = place;
  return [
    ...functionSteps(flow).map((step) => functionOfStep(place, step)),
    ...(flow.separateInputReader ? [inputReaderFunction(workflow)] : []),
    ...(flow.separatePublisher ? [publisherFunction(workflow, flow)] : []),
    ...endpointFunctions(workflow, flow),
    ...uploadFunctions(workflow),
  ];
}

function functionOfStep({ service, workflow, flow }: FunctionPlace, step: FunctionStep): DeployedFunction {
  const starts = step.kind === 'downstream' ? startOf(step.target) : undefined;
  const written = Object.entries(step.settings.environment).map(
    ([name, text]) => [name, { kind: 'text', text }] as const,
  );
  return {
    kind: step.kind,
    key: functionKey(workflow.name, step.name),
    workflow: workflow.name,
    name: step.name,
    memory: step.settings.memory,
    timeout: step.settings.timeout,
    environment: { ...Object.fromEntries(written), ...starts?.environment },
    rights: withoutRepeats([
      ...rightsOfStep(workflow, step, flow),
      ...rightsOfUploadReader(service, workflow, flow.steps.get(step.name)?.reads ?? []),
      ...(starts?.rights ?? []),
    ]),
    routes: [],
  };
}

/** What a downstream step needs beside what every step needs. */
function startOf(target: DownstreamTarget): {
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly rights: readonly Right[];
} {
  const stateMachine = stateMachineOf(target);
  const bucket = bucketOf(target);
  return {
    environment: {
      [environmentNames.childStateMachine]: { kind: 'stateMachine', stateMachine },
      ...(bucket.kind === 'own' ? {} : { [environmentNames.childBucket]: { kind: 'bucket', bucket } }),
    },
    rights: rightsOfStarter(bucket, stateMachine),
  };
}

function stateMachineOf(target: DownstreamTarget): StateMachineReference {
  return target.kind === 'arn' ? { kind: 'arn', arn: target.stateMachine } : target;
}

function bucketOf(target: DownstreamTarget): BucketReference {
  if (target.kind === 'service') return { kind: 'service', service: target.service };
  if (target.kind === 'arn' && target.bucket !== undefined) return { kind: 'named', name: target.bucket };
  return { kind: 'own' };
}
