import { patternsOf } from '../../deployment/patterns.js';
import type { WorkflowFlow } from '../../model/flow.js';
import type { MapStep } from '../../model/service.js';
import { stateMachineName } from '../../names.js';
import { bucketId, stageVariable, stateMachineArn, sub } from './naming.js';
import { viaS3 } from './policy.js';
import type { PolicyStatement } from './types.js';

/** The maps whose iterations are executions of their own. */
export function distributedMaps({ maps }: WorkflowFlow): readonly MapStep[] {
  return [...maps.values()].flatMap(({ step }) => (step.mode === 'distributed' ? [step] : []));
}

/**
 * What a state machine needs for distributed maps: to start, follow, stop and repeat executions of its own, to read which items are whose,
 * and to write what has become of them. Source: https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function mapStatements(
  workflow: string,
  flow: WorkflowFlow,
  key: string | undefined,
): readonly PolicyStatement[] {
  const maps = distributedMaps(flow);
  if (maps.length === 0) return [];
  const patterns = patternsOf(workflow, flow);
  const items = maps.flatMap(({ name }) => {
    const map = flow.maps.get(name);
    return map === undefined ? [] : [patterns.ofItems(map)];
  });
  const runs = maps.map(({ name }) => `runs/${workflow}/0x*/${name}/*`);
  const executions = `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:`;
  const name = stateMachineName(workflow, stageVariable);
  return [
    {
      Sid: 'StartsIterations',
      Effect: 'Allow',
      Action: 'states:StartExecution',
      Resource: stateMachineArn({ kind: 'local', workflow }),
    },
    {
      Sid: 'FollowsIterations',
      Effect: 'Allow',
      Action: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
      Resource: [sub(`${executions}${name}:*`), sub(`${executions}${name}/*`)],
    },
    {
      Sid: 'ReadsItems',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: items.map((pattern) => sub(`\${${bucketId}.Arn}/${pattern}`)),
    },
    {
      Sid: 'WritesRuns',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
      Resource: runs.map((pattern) => sub(`\${${bucketId}.Arn}/${pattern}`)),
    },
    ...(key === undefined ? [] : [keyOfObjects(key)]),
  ];
}

/** The use of the bucket's key, for what is read and written there. */
function keyOfObjects(key: string): PolicyStatement {
  return {
    Sid: 'UsesKeyOfObjects',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: key,
    Condition: viaS3,
  };
}
