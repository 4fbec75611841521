import { sha256 } from '../digest.js';
import type { CallbackName } from '../errors/callback.js';
import { InvalidTaskTokenError } from '../errors/callback.js';

const form =
  /^(?<workflow>[A-Za-z][A-Za-z0-9_-]*)\.(?<txnId>0x[0-9a-f]{8,64})\.(?<step>[A-Za-z][A-Za-z0-9_-]*)(?:~(?<iteration>[0-9TZ.~-]+))?\.(?<digest>[0-9a-f]{32})$/;

/** What a token that a callback step gave away says. */
export interface TaskToken extends CallbackName {
  /** Of the token of Step Functions, which nobody can guess. */
  readonly digest: string;
}

/**
 * Makes the token that a callback step gives away: short, safe in a URL, and no more to be guessed than the token of Step Functions
 * that it stands for. That one stays in S3, since who has it could answer without storing the output.
 */
export function taskTokenOf({ workflow, txnId, step, iteration }: CallbackName, token: string): string {
  const place = iteration === undefined ? '' : `~${iteration.replaceAll('/', '~')}`;
  return `${workflow}.${txnId}.${step}${place}.${digestOf(token)}`;
}

/** @throws InvalidTaskTokenError where the text is none. */
export function parseTaskToken(text: string): TaskToken {
  const { workflow = '', txnId = '', step = '', iteration, digest = '' } = form.exec(text)?.groups ?? {};
  if (digest === '') throw new InvalidTaskTokenError();
  const place = iteration === undefined ? {} : { iteration: iteration.replaceAll('~', '/') };
  return { workflow, txnId, step, ...place, digest };
}

/** What a token is known by where it must not stand itself. */
export function digestOf(token: string): string {
  return sha256(token).slice(0, 32);
}
