import { type AnswerInput, iterationName, parseTaskToken } from '@sfs3/runtime';
import type { WorkflowDefinition } from '@sfs3/runtime/contract';
import { CallbackNotFoundError, InvalidTaskTokenError, isRuntimeError } from '@sfs3/runtime/errors';
import type { CallbackReference } from './client.js';
import type { Connection } from './connection.js';
import { resolveReference } from './execution-handle.js';

/** What names a step that waits, among the workflows that it may be of. */
interface NamedCallback {
  readonly txnId: string;
  readonly step: string;
  /** Of the innermost map around the step; absent outside of maps. */
  readonly iteration?: string;
  /** More than one where the name of the state machine does not tell. */
  readonly workflows: readonly [string, ...string[]];
  /** Of the token, where one was given. */
  readonly digest?: string;
}

/** Finds the step that waits, and has it answered. */
export async function answer(
  connection: Connection,
  callback: string | CallbackReference,
  definition: WorkflowDefinition | undefined,
  give: (input: AnswerInput) => Promise<void>,
): Promise<void> {
  const { workflows, ...named } = await nameCallback(connection, callback, definition);
  const schema = definition?.callbacks?.find(({ step }) => step === named.step)?.output?.schema;
  const input = {
    ...named,
    s3: connection.s3,
    sfn: connection.sfn,
    bucket: connection.bucket(),
    encryption: connection.encryption,
    schema,
  };
  for (const workflow of workflows) {
    try {
      return await give({ ...input, workflow });
    } catch (error) {
      if (!isRuntimeError(error, 'CallbackNotFoundError')) throw error;
    }
  }
  throw new CallbackNotFoundError({ ...named, workflow: workflows[0] });
}

async function nameCallback(
  connection: Connection,
  callback: string | CallbackReference,
  definition: WorkflowDefinition | undefined,
): Promise<NamedCallback> {
  if (typeof callback === 'string') return nameToken({ token: callback }, definition);
  if ('token' in callback) return nameToken(callback, definition);
  const { txnId, workflows } = await resolveReference(connection, callback, definition);
  const { step, iteration } = callback;
  return {
    txnId,
    workflows,
    step,
    ...(iteration === undefined ? {} : { iteration: [iteration].flat().map(iterationName).join('/') }),
  };
}

/** A token tells all by itself; what the caller knows besides must agree, since by it the output is checked. */
function nameToken(
  { token, step }: { readonly token: string; readonly step?: string },
  definition: WorkflowDefinition | undefined,
): NamedCallback {
  const { workflow, ...named } = parseTaskToken(token);
  if (step !== undefined && step !== named.step) {
    throw new InvalidTaskTokenError(`The token is of step "${named.step}", not of "${step}"`);
  }
  if (definition !== undefined && definition.workflow !== workflow) {
    throw new InvalidTaskTokenError(
      `The token is of workflow "${workflow}", not of "${definition.workflow}"`,
    );
  }
  return { ...named, workflows: [workflow] };
}
