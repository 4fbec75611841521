import { randomUUID } from 'node:crypto';
import { invalidArn } from './errors.js';

/** Names of the resources of one account in one region. */
export interface Partition {
  readonly region: string;
  readonly accountId: string;
}

/** The ARN of a state machine. */
export function stateMachineArn(partition: Partition, name: string): string {
  return `arn:aws:states:${partition.region}:${partition.accountId}:stateMachine:${name}`;
}

/** The ARN of an execution of a state machine. */
export function executionArn(partition: Partition, machineName: string, name: string): string {
  return `arn:aws:states:${partition.region}:${partition.accountId}:execution:${machineName}:${name}`;
}

/** The ARN of an execution of an express state machine; another each time, whatever the name. */
export function expressArn(partition: Partition, machineName: string, name: string): string {
  return `arn:aws:states:${partition.region}:${partition.accountId}:express:${machineName}:${name}:${randomUUID()}`;
}

/** A state machine's ARN, split into the machine's own and the version or alias behind it. */
export interface StateMachineReference {
  readonly arn: string;
  readonly qualifier: string | undefined;
}

/** Splits a state machine's ARN. Throws `InvalidArn` where it is none. */
export function parseStateMachineArn(arn: string): StateMachineReference {
  const parts = arnParts(arn, 'stateMachine');
  if (parts.length > 8) {
    throw invalidArn(`Invalid ARN: ${arn}`);
  }
  return { arn: parts.slice(0, 7).join(':'), qualifier: parts[7] };
}

/** Throws `InvalidArn` unless the text has an execution ARN's form. */
export function checkExecutionArn(arn: string): void {
  if (arnParts(arn, 'execution').length !== 8) {
    throw invalidArn(`Invalid ARN: ${arn}`);
  }
}

function arnParts(arn: string, resourceType: string): string[] {
  const parts = arn.split(':');
  if (parts[0] !== 'arn') {
    throw invalidArn(`Invalid ARN prefix: ${arn}`);
  }
  if (parts.length < 7 || parts[2] !== 'states') {
    throw invalidArn(`Invalid ARN: ${arn}`);
  }
  if (parts[5] !== resourceType) {
    throw invalidArn(`Resource type not valid in this context: ${parts[5]}`);
  }
  return parts;
}
