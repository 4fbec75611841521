import { child, type Run } from './result.js';

/** A document as both sides have it: it holds no files, but says how large they are. */
export function comparableDocument(document: unknown): unknown {
  return withSizes(withoutChildren(document));
}

/** Errors whose messages are those of Step Functions. */
const wordedErrors = ['States.Timeout', 'States.ExceedToleratedFailureThreshold'];

function withSizes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withSizes);
  if ('$ref' in value && 'size' in value) return { size: value.size };
  if ('content' in value) return { size: Buffer.byteLength(String(value.content)) };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withSizes(inner)]));
}

/** By step, iteration, visit and attempt: branches and iterations run at the same time. */
export function comparableRuns(runs: readonly Run[]): string[] {
  return runs.map((run) => JSON.stringify(withoutChildren(run))).sort();
}

/** With all properties in one order, what downstream steps wrote told as the model tells it, and no words of Step Functions'. */
function withoutChildren(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutChildren);
  if ('downstreamExecutionArn' in value) {
    return 'document' in value ? { child, document: withoutChildren(value.document) } : child;
  }
  const isWorded = 'name' in value && wordedErrors.includes(String(value.name));
  const entries = Object.entries(value).filter(([name]) => !(isWorded && name === 'message'));
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, withoutChildren(inner)]),
  );
}
