import { type CallbackReference, type Client, parseExecutionArn } from '@sfs3/client';
import { UsageError } from '../exit.js';
import { readJson } from '../input.js';
import { withClient } from '../remote-client.js';
import type { Terminal } from '../terminal.js';

/** What `sfs3 complete` was asked. */
export interface CompleteCommandOptions {
  readonly step?: string;
  readonly iteration?: string;
  readonly output?: string;
}

/** What `sfs3 fail` was asked. */
export interface FailCommandOptions {
  readonly step?: string;
  readonly iteration?: string;
  readonly error: string;
  readonly cause?: string;
}

/** Gives a step that waits its answer. */
export async function complete(
  callback: string,
  { output, ...named }: CompleteCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const answer = output === undefined ? undefined : await readJson('output', output, terminal);
  await withCallback(callback, named, (client, reference) => client.complete(reference, answer));
  terminal.out('completed');
}

/** Lets a step that waits fail. */
export async function fail(
  callback: string,
  { error, cause, ...named }: FailCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const failure = cause === undefined ? { error } : { error, cause };
  await withCallback(callback, named, (client, reference) => client.fail(reference, failure));
  terminal.out('failed');
}

/** A token says which step it is of; an execution does not. */
async function withCallback(
  callback: string,
  { step, iteration }: { readonly step?: string; readonly iteration?: string },
  give: (client: Client, reference: CallbackReference) => Promise<void>,
): Promise<void> {
  if (!callback.startsWith('arn:')) {
    const reference = step === undefined ? { token: callback } : { token: callback, step };
    return withClient(undefined, (client) => give(client, reference));
  }
  if (step === undefined) {
    throw new UsageError('An execution may have many steps; name the one that waits by --step.');
  }
  const { region } = parseExecutionArn(callback);
  const place = iteration === undefined ? {} : { iteration: readIteration(iteration) };
  return withClient(region, (client) => give(client, { executionArn: callback, step, ...place }));
}

function readIteration(text: string): readonly number[] {
  if (/^\d{1,8}(\.\d{1,8})*$/.test(text)) return text.split('.').map(Number);
  throw new UsageError(
    `--iteration is ${JSON.stringify(text)}. It should be a number from 0, or several as in 3.0.`,
  );
}
