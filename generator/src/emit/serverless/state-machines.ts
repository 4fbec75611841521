import { posix } from 'node:path';
import { type AwaitedMachine, awaitedChildren } from '../../deployment/child.js';
import { isInvoked } from '../../deployment/functions.js';
import type { DeployedFunction } from '../../deployment/model.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { Service, Workflow } from '../../model/service.js';
import {
  bucketSubstitution,
  functionLogicalId,
  functionSubstitution,
  stateMachineName,
} from '../../names.js';
import { aslStatements } from './asl-statements.js';
import { childStatements } from './child-statements.js';
import { distributedMaps, mapStatements } from './map-statements.js';
import { arnOf, bucketId, inert, stageVariable, stateMachineArn, stateMachineId, sub } from './naming.js';
import { keyArn, roleResource, traceStatement } from './policy.js';
import type { PolicyStatement, Resource, YamlValue } from './types.js';

/** Days that logs are kept. */
export const logRetentionDays = 30;

/** The state machine of a workflow, its role, its log group, its version and its alias `live`. */
export function stateMachineResources(
  service: Service,
  workflow: Workflow,
  { functions, flow }: { readonly functions: readonly DeployedFunction[]; readonly flow: WorkflowFlow },
): Readonly<Record<string, Resource>> {
  const id = stateMachineId(workflow.name);
  const invoked = functions.filter(isInvoked);
  const called = { invoked, children: awaitedChildren(workflow.name, flow), flow };
  return {
    [id]: stateMachine(service, workflow, called),
    [`${id}Role`]: stateMachineRole(service, workflow, called),
    [`${id}LogGroup`]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: `/aws/vendedlogs/states/${stateMachineName(workflow.name, stageVariable)}`,
        RetentionInDays: logRetentionDays,
      },
    },
    [`${id}Version`]: {
      Type: 'AWS::StepFunctions::StateMachineVersion',
      // Older versions stay, so that the alias can be led back to them.
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        StateMachineArn: arnOf(id),
        StateMachineRevisionId: { 'Fn::GetAtt': [id, 'StateMachineRevisionId'] },
      },
    },
    [`${id}Alias`]: {
      Type: 'AWS::StepFunctions::StateMachineAlias',
      Properties: {
        Name: 'live',
        RoutingConfiguration: [{ StateMachineVersionArn: { Ref: `${id}Version` }, Weight: 100 }],
      },
    },
  };
}

/** What a state machine calls by itself. */
interface Called {
  readonly invoked: readonly DeployedFunction[];
  readonly children: readonly AwaitedMachine[];
  readonly flow: WorkflowFlow;
}

function stateMachine(service: Service, workflow: Workflow, { invoked, children, flow }: Called): Resource {
  const id = stateMachineId(workflow.name);
  const key = keyArn(service);
  const tags = Object.entries(workflow.tags);
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineName: stateMachineName(workflow.name, stageVariable),
      StateMachineType: 'STANDARD',
      RoleArn: arnOf(`${id}Role`),
      // As raw text: the framework would drop every null of a definition that it parses.
      DefinitionString: `\${file(${posix.join(workflow.name, 'state-machine.asl')})}`,
      DefinitionSubstitutions: Object.fromEntries([
        ...invoked.map(({ name }) => [
          functionSubstitution(workflow.name, name),
          // bundle.plugin.cjs makes this the ARN of the version that is deployed.
          arnOf(functionLogicalId(workflow.name, name)),
        ]),
        ...children.map(({ placeholder, stateMachine }) => [placeholder, stateMachineArn(stateMachine)]),
        ...(distributedMaps(flow).length === 0 ? [] : [[bucketSubstitution, { Ref: bucketId }]]),
      ]),
      LoggingConfiguration: {
        Level: 'ALL',
        IncludeExecutionData: false,
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: arnOf(`${id}LogGroup`) } }],
      },
      TracingConfiguration: { Enabled: true },
      ...(key === undefined
        ? {}
        : { EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: key } }),
      ...(tags.length === 0
        ? {}
        : { Tags: tags.map(([Key, Value]) => ({ Key: inert(Key), Value: inert(Value) })) }),
    },
  };
}

function stateMachineRole(
  service: Service,
  workflow: Workflow,
  { invoked, children, flow }: Called,
): Resource {
  const arn = stateMachineArn({ kind: 'local', workflow: workflow.name });
  const key = keyArn(service);
  return roleResource(
    'states.amazonaws.com',
    [
      {
        // Every version of its functions: an execution ends on the versions that it began with.
        Sid: 'Invokes',
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: invoked.map((deployed) =>
          sub(`\${${functionLogicalId(workflow.name, deployed.name)}.Arn}:*`),
        ),
      },
      ...childStatements(children),
      ...mapStatements(workflow.name, flow, key),
      ...aslStatements(flow.allSteps),
      ...(key === undefined
        ? []
        : [keyStatement(key, [arn, ...children.map((child) => stateMachineArn(child.stateMachine))])]),
      logDeliveryStatement,
      traceStatement,
      samplingStatement,
    ],
    confinedTo(workflow),
  );
}

function keyStatement(key: string, stateMachines: readonly YamlValue[]): PolicyStatement {
  return {
    Sid: 'UsesKey',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: key,
    Condition: {
      StringEquals: {
        'kms:EncryptionContext:aws:states:stateMachineArn':
          stateMachines.length === 1 ? (stateMachines[0] ?? '') : stateMachines,
      },
    },
  };
}

/** Log delivery has no resources that a policy could name. */
const logDeliveryStatement: PolicyStatement = {
  Sid: 'DeliversLogs',
  Effect: 'Allow',
  Action: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  Resource: '*',
};

const samplingStatement: PolicyStatement = {
  Sid: 'SamplesTraces',
  Effect: 'Allow',
  Action: ['xray:GetSamplingRules', 'xray:GetSamplingTargets'],
  Resource: '*',
};

/** Step Functions takes on the role for this state machine of this account alone. */
function confinedTo(workflow: Workflow): YamlValue {
  const prefix = `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:stateMachine:`;
  const name = stateMachineName(workflow.name, stageVariable);
  return {
    StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    ArnLike: { 'aws:SourceArn': [sub(`${prefix}${name}`), sub(`${prefix}${name}:*`)] },
  };
}
