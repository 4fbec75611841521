import { InvalidStateMachineArnError } from '../errors/validation.js';

/** A state machine's ARN, with or without `:<version>` or `:<alias>`. */
const stateMachinePattern = /^(arn:[^:]+:states:[^:]+:[^:]*:)stateMachine:([^:/]+)(:[^:]+)?$/;

/**
 * The ARN of an execution from its machine's and its own name. An execution's ARN never names a version or an alias.
 *
 * @throws InvalidStateMachineArnError
 */
export function executionArnOf(stateMachineArn: string, executionName: string): string {
  const [, prefix, machine] = stateMachinePattern.exec(stateMachineArn) ?? [];
  if (prefix === undefined || machine === undefined) throw new InvalidStateMachineArnError(stateMachineArn);
  return `${prefix}execution:${machine}:${executionName}`;
}
