import { randomInt } from 'node:crypto';
import type { StepEvent } from '../contract/event.js';
import { txnIdPattern } from '../contract/keys.js';
import { sha256 } from '../digest.js';
import { InvalidTransactionIdError } from '../errors/validation.js';

const randomBits = 22;

/**
 * A new transaction id in the sample's shape: the milliseconds since 1970, then 22 random bits, as 16 hexadecimal digits.
 * Ids sort by the time of their making.
 *
 * @param now Milliseconds since 1970. Default: the clock.
 */
export function newTxnId(now: number = Date.now()): string {
  const id = (BigInt(now) << BigInt(randomBits)) | BigInt(randomInt(2 ** randomBits));
  return `0x${id.toString(16).padStart(16, '0')}`;
}

/** The transaction id that a caller's business id has with one state machine, whatever its version or alias. */
export function txnIdOf(stateMachineArn: string, id: string): string {
  const unqualified = stateMachineArn.split(':').slice(0, 7).join(':');
  return `0x${sha256(`${unqualified}\n${id}`).slice(0, 32)}`;
}

/** What is the same for all attempts of one visit of a step, redrives included, and for nothing else, no other iteration either. */
export function visitDigest({ execution, entered, iteration }: StepEvent, step: string): string {
  const place = iteration === undefined ? '' : `\n${iteration}`;
  return sha256(`${execution}\n${step}\n${entered}${place}`).slice(0, 32);
}

/** @throws InvalidTransactionIdError where the text is not a transaction id. */
export function checkTxnId(txnId: unknown): string {
  if (typeof txnId !== 'string' || !txnIdPattern.test(txnId)) throw new InvalidTransactionIdError();
  return txnId;
}
