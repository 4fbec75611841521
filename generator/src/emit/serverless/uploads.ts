import type { DeployedFunction, Uploads } from '../../deployment/model.js';
import { arnOf, bucketId } from './naming.js';
import type { Resource, YamlValue } from './types.js';

/** The rules by which EventBridge invokes functions on uploads, and its right to do so. */
export function uploadResources(functions: readonly DeployedFunction[]): Readonly<Record<string, Resource>> {
  const resources = functions.flatMap(({ key, uploads = [] }) =>
    uploads.flatMap((upload, index): [string, Resource][] => {
      const id = `${key}Rule${index + 1}`;
      return [
        [id, rule(key, upload)],
        [`${id}Permission`, permission(key, id)],
      ];
    }),
  );
  return Object.fromEntries(resources);
}

function rule(functionKey: string, upload: Uploads): Resource {
  return {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [{ Ref: bucketId }] }, object: { key: [keyPattern(upload)] } },
      },
      Targets: [{ Id: 's3-start', Arn: arnOf(`${functionKey}LambdaFunction`) }],
    },
  };
}

/** Of two conditions on one field either would do, so that both ends are in one wildcard. Neither holds a `*` of its own. */
function keyPattern({ prefix, suffix }: Uploads): YamlValue {
  return suffix === '' ? { prefix } : { wildcard: `${prefix}*${suffix}` };
}

function permission(functionKey: string, ruleId: string): Resource {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arnOf(`${functionKey}LambdaFunction`),
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf(ruleId),
    },
  };
}
