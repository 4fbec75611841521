import type { DeployedFunction, Right } from '../../deployment/model.js';
import type { Service } from '../../model/service.js';
import { arnOf, bucketId, deployedName, executionsArn, objectsArn, stateMachineArn, sub } from './naming.js';
import type { PolicyStatement, Resource, YamlValue } from './types.js';

/** The role of a function: its rights, its own log group, its traces, its key where one is set. */
export function functionRole(service: Service, deployed: DeployedFunction): Resource {
  return roleResource('lambda.amazonaws.com', [
    ...rightStatements(deployed.rights),
    ...keyStatements(service, deployed),
    logStatement(service, deployed),
    traceStatement,
  ]);
}

/** A role that one AWS service takes on. */
export function roleResource(
  principal: string,
  statements: readonly PolicyStatement[],
  trustCondition?: YamlValue,
): Resource {
  const trust = {
    Effect: 'Allow',
    Principal: { Service: principal },
    Action: 'sts:AssumeRole',
    ...(trustCondition === undefined ? {} : { Condition: trustCondition }),
  };
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
      Policies: [
        {
          PolicyName: 'declared',
          PolicyDocument: { Version: '2012-10-17', Statement: statements },
        },
      ],
    },
  };
}

/** X-Ray has no resources that a policy could name. */
export const traceStatement: PolicyStatement = {
  Sid: 'Traces',
  Effect: 'Allow',
  Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  Resource: '*',
};

function rightStatements(rights: readonly Right[]): readonly PolicyStatement[] {
  const resources: Record<Exclude<Right['kind'], 'list'>, YamlValue[]> = {
    read: [],
    'read-version': [],
    write: [],
    abort: [],
    start: [],
    describe: [],
  };
  for (const right of rights) if (right.kind !== 'list') resources[right.kind].push(resourceOf(right));
  return [
    allow('Reads', 's3:GetObject', resources.read),
    allow('ReadsVersions', 's3:GetObjectVersion', resources['read-version']),
    allow('Writes', 's3:PutObject', resources.write),
    allow('AbortsUploads', 's3:AbortMultipartUpload', resources.abort),
    ...listStatements(rights),
    allow('Starts', 'states:StartExecution', resources.start),
    allow('Describes', 'states:DescribeExecution', resources.describe),
  ].flat();
}

function resourceOf(right: Exclude<Right, { kind: 'list' }>): YamlValue {
  switch (right.kind) {
    case 'read':
    case 'write':
    case 'abort':
      return objectsArn(right.bucket, right.pattern);
    case 'read-version':
      return objectsArn({ kind: 'own' }, right.pattern);
    case 'start':
      return stateMachineArn(right.stateMachine);
    case 'describe':
      return executionsArn(right.stateMachine);
  }
}

/** A bucket is listed as a whole; what of it, the condition says. */
function listStatements(rights: readonly Right[]): readonly PolicyStatement[] {
  const prefixes = rights.flatMap((right) => (right.kind === 'list' ? [right.pattern] : []));
  if (prefixes.length === 0) return [];
  const statement = {
    Sid: 'Lists',
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: arnOf(bucketId),
  } as const;
  return [{ ...statement, Condition: { StringLike: { 's3:prefix': prefixes } } }];
}

function allow(Sid: string, Action: string, resources: readonly YamlValue[]): readonly PolicyStatement[] {
  return resources.length === 0 ? [] : [{ Sid, Effect: 'Allow', Action, Resource: resources }];
}

/** The condition of a key's use: that S3 asks for it. */
export const viaS3 = { StringEquals: { 'kms:ViaService': sub(`s3.\${AWS::Region}.amazonaws.com`) } };

/**
 * The use of the key, where the bucket has one of its own. `aws:kms` alone is the key that AWS manages for S3, which
 * whoever may use the bucket may use. The status of an execution is encrypted by its state machine.
 */
function keyStatements(service: Service, deployed: DeployedFunction): readonly PolicyStatement[] {
  const key = keyArn(service);
  if (key === undefined) return [];
  const kinds = new Set(deployed.rights.map((right) => right.kind));
  const statement = (Sid: string, Action: string, Condition?: YamlValue): PolicyStatement => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: key,
    ...(Condition === undefined ? {} : { Condition: Condition as NonNullable<PolicyStatement['Condition']> }),
  });
  return [
    ...(kinds.has('read') ? [statement('DecryptsObjects', 'kms:Decrypt', viaS3)] : []),
    ...(kinds.has('write') ? [statement('EncryptsObjects', 'kms:GenerateDataKey', viaS3)] : []),
    ...(kinds.has('describe') ? [statement('DecryptsExecutions', 'kms:Decrypt')] : []),
  ];
}

/** The ARN of the service's own key, where it has one. */
export function keyArn(service: Service): string | undefined {
  return service.storage.encryption.startsWith('arn:') ? service.storage.encryption : undefined;
}

function logStatement(service: Service, deployed: DeployedFunction): PolicyStatement {
  const group = `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/`;
  return {
    Sid: 'Logs',
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: sub(`${group}${deployedName(service, deployed)}:*`),
  };
}
