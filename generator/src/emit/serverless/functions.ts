import { environmentNames } from '@sfs3/runtime/contract';
import type { DeployedFunction, EnvironmentValue, Route } from '../../deployment/model.js';
import type { Service } from '../../model/service.js';
import { bucketValue, deployedBucket, deployedName, inert, roleId, stateMachineArn } from './naming.js';
import type { ServerlessFunction, YamlValue } from './types.js';

/** The folder of bundles, below generated/. */
export const bundleFolder = '.build';

/** The functions of serverless.yml by their keys. */
export function emitFunctions(
  service: Service,
  functions: readonly DeployedFunction[],
): Readonly<Record<string, ServerlessFunction>> {
  return Object.fromEntries(functions.map((deployed) => [deployed.key, emitFunction(service, deployed)]));
}

/** The variables that every function has. */
export function commonEnvironment(service: Service): Readonly<Record<string, YamlValue>> {
  return {
    [environmentNames.bucket]: deployedBucket(service),
    [environmentNames.encryption]: service.storage.encryption,
  };
}

function emitFunction(service: Service, deployed: DeployedFunction): ServerlessFunction {
  const bundle = `${bundleFolder}/${deployed.workflow}/${deployed.name}`;
  const environment = Object.entries(deployed.environment).map(
    ([name, value]) => [name, environmentValue(service, value)] as const,
  );
  return {
    name: deployedName(service, deployed),
    handler: `${bundle}.handler`,
    role: roleId(deployed),
    memorySize: deployed.memory,
    timeout: deployed.timeout,
    ...(environment.length === 0 ? {} : { environment: Object.fromEntries(environment) }),
    ...(deployed.routes.length === 0 ? {} : { events: deployed.routes.map(httpEvent) }),
    package: { patterns: [`${bundle}.cjs`] },
  };
}

function environmentValue(service: Service, value: EnvironmentValue): YamlValue {
  switch (value.kind) {
    case 'text':
      return inert(value.text);
    case 'stateMachine':
      return stateMachineArn(value.stateMachine);
    case 'bucket':
      return bucketValue(service, value.bucket);
  }
}

function httpEvent(route: Route): YamlValue {
  return {
    httpApi: {
      method: route.method,
      path: route.path,
      ...(route.auth === 'iam' ? { authorizer: { type: 'aws_iam' } } : {}),
    },
  };
}
