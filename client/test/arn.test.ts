import { describe, expect, it } from 'vitest';
import { parseExecutionArn, parseStateMachineArn, workflowsOfStateMachine } from '../src/arn.js';
import { InvalidArnError } from '../src/errors.js';

describe('ARNs', () => {
  it('takes a state machine apart, with or without a qualifier', () => {
    const plain = 'arn:aws:states:eu-west-1:123456789012:stateMachine:ProcessA-dev';
    expect(parseStateMachineArn(plain)).toMatchObject({ region: 'eu-west-1', name: 'ProcessA-dev' });
    expect(parseStateMachineArn(`${plain}:live`)).toEqual(parseStateMachineArn(plain));
  });

  it('knows the other partitions', () => {
    const arn = 'arn:aws-cn:states:cn-north-1:123456789012:execution:ProcessA-dev:one';
    expect(parseExecutionArn(arn)).toEqual({
      region: 'cn-north-1',
      stateMachineName: 'ProcessA-dev',
      name: 'one',
    });
  });

  it.each([
    '',
    'ProcessA-dev',
    'arn:aws:states:eu-west-1:123456789012:execution:ProcessA-dev:one',
    'arn:aws:lambda:eu-west-1:123456789012:function:x',
    'arn:aws:states:eu-west-1:12:stateMachine:ProcessA-dev',
  ])('refuses %j as a state machine', (arn) => {
    expect(() => parseStateMachineArn(arn)).toThrow(InvalidArnError);
  });

  it('names the workflows that a machine may be of', () => {
    expect(workflowsOfStateMachine('ProcessA-dev')).toEqual(['ProcessA']);
    expect(workflowsOfStateMachine('send-mail-pr-7')).toEqual(['send-mail-pr', 'send-mail', 'send']);
    expect(workflowsOfStateMachine('Unstaged')).toEqual(['Unstaged']);
  });
});
