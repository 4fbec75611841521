import type { AwaitedMachine } from '../../deployment/child.js';
import { executionsArn, stateMachineArn, sub } from './naming.js';
import type { PolicyStatement, YamlValue } from './types.js';

/**
 * What a state machine needs for children that it waits for: to start them, to follow and stop their executions, and the rule by which
 * Step Functions learns of their ends. Source: https://docs.aws.amazon.com/step-functions/latest/dg/stepfunctions-iam.html
 */
export function childStatements(children: readonly AwaitedMachine[]): readonly PolicyStatement[] {
  if (children.length === 0) return [];
  return [
    {
      Sid: 'StartsChildren',
      Effect: 'Allow',
      Action: 'states:StartExecution',
      Resource: distinct(children.map(({ stateMachine }) => stateMachineArn(stateMachine))),
    },
    {
      Sid: 'FollowsChildren',
      Effect: 'Allow',
      Action: ['states:DescribeExecution', 'states:StopExecution'],
      Resource: distinct(children.map(({ stateMachine }) => executionsArn(stateMachine))),
    },
    {
      Sid: 'LearnsOfEnds',
      Effect: 'Allow',
      Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      Resource: sub(`${eventRule}/StepFunctionsGetEventsForStepFunctionsExecutionRule`),
    },
  ];
}

const eventRule = `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule`;

function distinct(values: readonly YamlValue[]): readonly YamlValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
