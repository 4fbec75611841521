import { InvalidArnError } from './errors.js';

/** The parts of a state machine's ARN. */
export interface StateMachineArn {
  readonly region: string;
  /** Without a version or alias. */
  readonly name: string;
}

/** The parts of an execution's ARN. */
export interface ExecutionArn {
  readonly region: string;
  readonly stateMachineName: string;
  readonly name: string;
}

const stateMachineForm =
  /^arn:[a-z0-9-]+:states:(?<region>[a-z0-9-]+):\d{12}:stateMachine:(?<name>[^:/]{1,80})(?::[^:/]+)?$/;
const executionForm =
  /^arn:[a-z0-9-]+:states:(?<region>[a-z0-9-]+):\d{12}:execution:(?<machine>[^:/]{1,80}):(?<name>[^:/]{1,80})$/;

/** Takes apart the ARN of a state machine, with or without a version or alias; throws `InvalidArnError`. */
export function parseStateMachineArn(arn: string): StateMachineArn {
  const groups = stateMachineForm.exec(arn)?.groups;
  if (groups === undefined) {
    throw new InvalidArnError(arn, 'a state machine (arn:aws:states:<region>:<account>:stateMachine:<name>)');
  }
  return { region: groups.region ?? '', name: groups.name ?? '' };
}

/** Takes apart the ARN of an execution of a standard workflow; throws `InvalidArnError`. */
export function parseExecutionArn(arn: string): ExecutionArn {
  const groups = executionForm.exec(arn)?.groups;
  if (groups === undefined) {
    throw new InvalidArnError(
      arn,
      'an execution (arn:aws:states:<region>:<account>:execution:<state machine>:<name>)',
    );
  }
  return { region: groups.region ?? '', stateMachineName: groups.machine ?? '', name: groups.name ?? '' };
}

/**
 * The workflows that may be behind a state machine, since a generated one is named `<workflow>-<stage>` and both parts may hold
 * dashes: `ProcessA-dev` is `ProcessA`, `send-mail-dev` is `send-mail` or, at the stage `mail-dev`, `send`. Shortest stage first.
 */
export function workflowsOfStateMachine(name: string): readonly [string, ...string[]] {
  const parts = name.split('-');
  const [first = name, ...others] = parts
    .slice(1)
    .map((_, index) => parts.slice(0, parts.length - 1 - index).join('-'))
    .filter((workflow) => workflow !== '');
  return [first, ...others];
}
