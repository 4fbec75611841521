import { join } from 'node:path';
import { environmentNames } from '@sfs3/runtime/contract';
import { printStateMachine } from '../emit/asl/print.js';
import { emitStateMachine } from '../emit/asl/state-machine.js';
import type { ServiceFlow, WorkflowFlow } from '../model/flow.js';
import type { Service, Workflow } from '../model/service.js';
import {
  bucketName,
  bucketSubstitution,
  functionName,
  functionSubstitution,
  stateMachineName,
} from '../names.js';
import { awaitedChildren } from './child.js';
import { deployedFunctions, flowOf, isInvoked } from './functions.js';
import type { DeployedFunction, EnvironmentValue } from './model.js';

/** A deployment as the embedded services take it; the same shape as `LocalService` of @sfs3/local. */
export interface DeploymentDescription {
  readonly bucket: { readonly name: string; readonly versioning: boolean };
  readonly functions: readonly FunctionDescription[];
  readonly stateMachines: readonly StateMachineDescription[];
  readonly routes: readonly RouteDescription[];
  readonly uploads: readonly UploadDescription[];
}

export interface FunctionDescription {
  readonly name: string;
  /** Absolute path of the generated entry. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** `${StateMachineArn:<name>}` stands for the ARN of a state machine. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface StateMachineDescription {
  readonly name: string;
  /** Amazon States Language with `${Placeholder}` for each function. */
  readonly definition: string;
  /** Placeholder → name of the function. */
  readonly functions: Readonly<Record<string, string>>;
}

export interface RouteDescription {
  readonly method: string;
  readonly path: string;
  readonly functionName: string;
  readonly auth: 'iam' | 'none';
}

/** Objects of the bucket whose keys begin and end so, and the function that their creation invokes. */
export interface UploadDescription {
  readonly prefix: string;
  readonly suffix: string;
  readonly functionName: string;
}

/** The folders of a run, as its result has them; absolute. The entries lie in `outDir`, and lead to everything else. */
export interface DeploymentFolders {
  readonly outDir: string;
  readonly stepsDir?: string;
  readonly specDir?: string;
}

/** What a deployment of the service to its stage consists of. */
export function describeDeployment(
  service: Service,
  flow: ServiceFlow,
  folders: DeploymentFolders,
): DeploymentDescription {
  const functions = deployedFunctions(service, flow);
  const nameOf = (deployed: DeployedFunction): string =>
    functionName(service.name, service.stage, deployed.workflow, deployed.name);
  return {
    bucket: {
      name: bucketName(service.storage.bucket, service.stage),
      versioning: service.storage.versioning,
    },
    functions: functions.map((deployed) => ({
      name: nameOf(deployed),
      entry: join(folders.outDir, deployed.workflow, 'handlers', `${deployed.name}.ts`),
      timeoutSeconds: deployed.timeout,
      memoryMb: deployed.memory,
      environment: environmentOf(service, deployed),
    })),
    stateMachines: service.workflows.map((workflow) => ({
      name: stateMachineName(workflow.name, service.stage),
      definition: definitionOf(service, workflow, flowOf(flow, workflow)),
      functions: Object.fromEntries(
        functions
          .filter((deployed) => deployed.workflow === workflow.name && isInvoked(deployed))
          .map((deployed) => [functionSubstitution(workflow.name, deployed.name), nameOf(deployed)]),
      ),
    })),
    routes: functions.flatMap((deployed) =>
      deployed.routes.map((route) => ({ ...route, functionName: nameOf(deployed) })),
    ),
    uploads: functions.flatMap((deployed) =>
      (deployed.uploads ?? []).map((upload) => ({ ...upload, functionName: nameOf(deployed) })),
    ),
  };
}

/** The children that steps wait for are known before anything is served: their placeholders are filled in here. */
function definitionOf(service: Service, workflow: Workflow, flow: WorkflowFlow): string {
  const bucket = bucketName(service.storage.bucket, service.stage);
  const text = printStateMachine(emitStateMachine(workflow, flow)).replaceAll(
    `"\${${bucketSubstitution}}"`,
    JSON.stringify(bucket),
  );
  return awaitedChildren(workflow.name, flow).reduce(
    (definition, { placeholder, stateMachine }) =>
      definition.replace(`"\${${placeholder}}"`, () =>
        JSON.stringify(valueText(service, { kind: 'stateMachine', stateMachine })),
      ),
    text,
  );
}

function environmentOf(service: Service, deployed: DeployedFunction): Readonly<Record<string, string>> {
  const own = Object.entries(deployed.environment).map(
    ([name, value]) => [name, valueText(service, value)] as const,
  );
  return {
    [environmentNames.bucket]: bucketName(service.storage.bucket, service.stage),
    [environmentNames.encryption]: service.storage.encryption,
    ...Object.fromEntries(own),
  };
}

function valueText(service: Service, value: EnvironmentValue): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'stateMachine') {
    const { stateMachine } = value;
    if (stateMachine.kind === 'arn') return stateMachine.arn;
    return `\${StateMachineArn:${stateMachineName(stateMachine.workflow, service.stage)}}`;
  }
  if (value.bucket.kind === 'named') return value.bucket.name;
  // On loopback there is one bucket; another service's is told apart on AWS only.
  return bucketName(service.storage.bucket, service.stage);
}
