import type { BucketReference, DeployedFunction, StateMachineReference } from '../../deployment/model.js';
import type { Service } from '../../model/service.js';
import { bucketName, functionName, pascalCase, stateMachineName } from '../../names.js';
import type { YamlValue } from './types.js';

/** The framework's own variable: one serverless.yml serves every stage. */
export const stageVariable = `\${sls:stage}`;

/** Logical id of the bucket. */
export const bucketId = 'DataBucket';

/** Logical id of a workflow's state machine. */
export function stateMachineId(workflow: string): string {
  return `${pascalCase(workflow)}StateMachine`;
}

/** Logical id of a function's role. */
export function roleId(deployed: DeployedFunction): string {
  return `${deployed.key}Role`;
}

/** The deployed name of a function. */
export function deployedName(service: Service, deployed: DeployedFunction): string {
  return functionName(service.name, stageVariable, deployed.workflow, deployed.name);
}

/** The bucket's full name. */
export function deployedBucket(service: Service): string {
  return bucketName(service.storage.bucket, stageVariable);
}

/** Name of the stack output by which other services find this service's bucket. */
export function bucketExport(service: string): string {
  return exportName(service, 'Bucket');
}

/** Name of the stack output by which other services find a workflow's state machine. */
export function stateMachineExport(service: string, workflow: string): string {
  return exportName(service, `${workflow}:StateMachineArn`);
}

/** CloudFormation takes letters, digits, `:` and `-` in an export's name. */
function exportName(service: string, what: string): string {
  return `${service}-${stageVariable}:${what}`.replaceAll('_', ':');
}

/** ARN of a state machine. Its name is fixed, so no reference is needed, and roles make no cycle. */
export function stateMachineArn(reference: StateMachineReference): YamlValue {
  if (reference.kind === 'arn') return reference.arn;
  if (reference.kind === 'service') {
    return { 'Fn::ImportValue': stateMachineExport(reference.service, reference.workflow) };
  }
  const name = stateMachineName(reference.workflow, stageVariable);
  return sub(`arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:${name}`);
}

/** ARN of the executions of a state machine: its own with another noun, without a version or an alias. */
export function executionsArn(reference: StateMachineReference): YamlValue {
  if (reference.kind !== 'local') return executionsOf(stateMachineArn(reference));
  const name = stateMachineName(reference.workflow, stageVariable);
  return sub(`arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:${name}:*`);
}

/** Of an ARN that is known when the stack is made. */
function executionsOf(stateMachine: YamlValue): YamlValue {
  const part = (index: number): YamlValue => ({
    'Fn::Select': [index, { 'Fn::Split': [':', stateMachine] }],
  });
  return { 'Fn::Join': [':', ['arn', part(1), 'states', part(3), part(4), 'execution', part(6), '*']] };
}

/** Name of a bucket, as a function's environment holds it. */
export function bucketValue(service: Service, bucket: BucketReference): YamlValue {
  if (bucket.kind === 'own') return deployedBucket(service);
  return bucket.kind === 'named' ? bucket.name : { 'Fn::ImportValue': bucketExport(bucket.service) };
}

/** ARN of the objects of a bucket whose keys match the pattern. */
export function objectsArn(bucket: BucketReference, pattern: string): YamlValue {
  if (bucket.kind === 'own') return sub(`\${${bucketId}.Arn}/${pattern}`);
  const prefix = { Ref: 'AWS::Partition' };
  const name = bucket.kind === 'named' ? bucket.name : { 'Fn::ImportValue': bucketExport(bucket.service) };
  return { 'Fn::Join': ['', ['arn:', prefix, ':s3:::', name, `/${pattern}`]] };
}

/** `Fn::Sub` of a text. */
export function sub(text: string): YamlValue {
  return { 'Fn::Sub': text };
}

/** ARN of a resource of this stack. */
export function arnOf(logicalId: string): YamlValue {
  return { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

/**
 * The user's text: the framework would replace `${…}`, wherever it stands. A backslash before it keeps it; backslashes
 * that stand there already are halved, so they are doubled. A `$` before those keeps the framework from seeing them, so
 * such a text is put together by CloudFormation.
 */
export function inert(text: string): YamlValue {
  const parts = text.split(/(?<=\$)(?=\\*\$\{)/).map((part) => part.replace(/(\\*)\$\{/g, '$1$1\\${'));
  return parts.length === 1 ? (parts[0] ?? '') : { 'Fn::Join': ['', parts] };
}
