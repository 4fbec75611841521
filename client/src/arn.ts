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

/** The workflow behind a state machine: `ProcessA-dev` is `ProcessA`, since a generated machine is named `<workflow>-<stage>`. */
export function workflowOfStateMachine(name: string): string {
  const dash = name.lastIndexOf('-');
  return dash > 0 ? name.slice(0, dash) : name;
}
