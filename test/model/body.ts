import type { CallbackContext } from '@sfs3/runtime';

interface Told {
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** The body of every step: tells the test what it was given, and does as it is told. */
export async function run({
  context,
  ...reads
}: {
  readonly [key: string]: unknown;
  readonly context: CallbackContext;
}): Promise<unknown> {
  const { workflow, step, txnId, attempt, idempotencyKey, taskToken } = context;
  const response = await fetch(process.env.WORLD ?? '', {
    method: 'POST',
    body: JSON.stringify({ workflow, step, txnId, attempt, visit: idempotencyKey, taskToken, reads }),
  });
  const { value, error } = (await response.json()) as Told;
  if (error !== undefined) throw Object.assign(new Error(error.message), { name: error.name });
  return value;
}
