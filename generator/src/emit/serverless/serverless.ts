import { deployedFunctions, flowOf } from '../../deployment/functions.js';
import type { DeployedFunction } from '../../deployment/model.js';
import type { ServiceFlow } from '../../model/flow.js';
import type { Service } from '../../model/service.js';
import { bucketResources } from './bucket.js';
import { commonEnvironment, emitFunctions } from './functions.js';
import {
  bucketExport,
  bucketId,
  roleId,
  stageVariable,
  stateMachineExport,
  stateMachineId,
} from './naming.js';
import { functionRole } from './policy.js';
import { printYaml } from './print-yaml.js';
import { logRetentionDays, stateMachineResources } from './state-machines.js';
import type { YamlValue } from './types.js';
import { uploadResources } from './uploads.js';

const heading =
  '# Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.\n';

/** serverless.yml as text. Nothing is folded and nothing is an alias, so that a change shows as one line. */
export function printServerless(service: Service, flow: ServiceFlow): string {
  return heading + printYaml(emitServerless(service, flow));
}

/** serverless.yml as an object. */
export function emitServerless(service: Service, flow: ServiceFlow): YamlValue {
  const functions = deployedFunctions(service, flow);
  const config = {
    service: service.name,
    frameworkVersion: '3 || 4',
    configValidationMode: 'error',
    plugins: ['./bundle.plugin.cjs'],
    provider: {
      name: 'aws',
      stage: service.stage,
      runtime: service.functions.runtime,
      architecture: service.functions.architecture,
      deploymentMethod: 'direct',
      deploymentBucket: { blockPublicAccess: true },
      logRetentionInDays: logRetentionDays,
      tracing: { lambda: true },
      versionFunctions: true,
      ...(hasRoutes(functions) ? { logs: { httpApi: true } } : {}),
      environment: commonEnvironment(service),
    },
    package: { individually: true, patterns: ['!**'] },
    functions: emitFunctions(service, functions),
    resources: {
      Resources: {
        ...bucketResources(service),
        ...Object.fromEntries(
          functions.map((deployed) => [roleId(deployed), functionRole(service, deployed)]),
        ),
        ...uploadResources(functions),
        ...Object.assign(
          {},
          ...service.workflows.map((workflow) =>
            stateMachineResources(service, workflow, {
              functions: functions.filter((deployed) => deployed.workflow === workflow.name),
              flow: flowOf(flow, workflow),
            }),
          ),
        ),
      },
      Outputs: outputs(service),
    },
  };
  return config as unknown as YamlValue;
}

function hasRoutes(functions: readonly DeployedFunction[]): boolean {
  return functions.some((deployed) => deployed.routes.length > 0);
}

/** What clients and other services need. The address of the HTTP API is an output of the framework: HttpApiUrl. */
function outputs(service: Service): YamlValue {
  const machines = service.workflows.flatMap(({ name }): [string, YamlValue][] => {
    const id = stateMachineId(name);
    const arn = { 'Fn::GetAtt': [id, 'Arn'] };
    return [
      [`${id}Arn`, { Value: arn, Export: { Name: stateMachineExport(service.name, name) } }],
      [`${id}LiveArn`, { Value: { Ref: `${id}Alias` } }],
    ];
  });
  return {
    BucketName: { Value: { Ref: bucketId }, Export: { Name: bucketExport(service.name) } },
    Region: { Value: { Ref: 'AWS::Region' } },
    Stage: { Value: stageVariable },
    ...Object.fromEntries(machines),
  };
}
