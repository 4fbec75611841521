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
  const { workflow, step, txnId, iteration, attempt, idempotencyKey, taskToken } = context;
  const response = await fetch(process.env.WORLD ?? '', {
    method: 'POST',
    body: JSON.stringify({
      ...{ workflow, step, txnId, iteration, attempt, visit: idempotencyKey, taskToken },
      reads: await withContents(reads),
    }),
  });
  const { value, error } = (await response.json()) as Told;
  if (error !== undefined) throw Object.assign(new Error(error.message), { name: error.name });
  return isContent(value) ? value.content : value;
}

/** Reads whose files are given by what they hold. */
async function withContents(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(withContents));
  if (isHandle(value)) return { content: await value.text() };
  const entries = Object.entries(value).map(
    async ([key, inner]) => [key, await withContents(inner)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function isHandle(value: object): value is { text(): Promise<string> } {
  return 'text' in value && typeof value.text === 'function';
}

function isContent(value: unknown): value is { readonly content: string } {
  return typeof value === 'object' && value !== null && 'content' in value;
}
