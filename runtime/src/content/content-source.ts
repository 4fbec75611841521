import { NotContentError } from '../errors/content.js';

/** One piece of a content. A text is written as UTF-8. */
export type ContentChunk = string | Uint8Array;

/**
 * What a body may return as a content: the whole, or something that gives it piece by piece, such as a Readable of Node.js, a
 * ReadableStream or an async generator. It is never held in memory as a whole, and not read again.
 */
export type ContentSource =
  | ContentChunk
  | ReadableStream<ContentChunk>
  | AsyncIterable<ContentChunk>
  | Iterable<ContentChunk>;

/**
 * The bytes of a content, piece by piece. A signal that fires ends the wait for a piece with its reason, and closes the source.
 *
 * @throws NotContentError where the source is none, or gives what is no piece; whatever the source throws.
 */
export async function* readSource(
  step: string,
  source: unknown,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (isChunk(source)) {
    yield bytesOf(source);
    return;
  }
  const iterator = iteratorOf(source);
  if (iterator === undefined) throw new NotContentError(step, describe(source));
  let ended = false;
  try {
    const next = untilAborted(iterator, signal);
    for (;;) {
      const result = await next();
      if (result.done) break;
      const chunk: unknown = await result.value;
      if (!isChunk(chunk)) throw new NotContentError(step, `a stream of ${describe(chunk)}`);
      yield bytesOf(chunk);
    }
    ended = true;
  } finally {
    if (!ended) close(source, iterator);
  }
}

type ChunkIterator = AsyncIterator<unknown> | Iterator<unknown>;

function iteratorOf(source: unknown): ChunkIterator | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  if (Symbol.asyncIterator in source) return (source as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  if (Symbol.iterator in source) return (source as Iterable<unknown>)[Symbol.iterator]();
  return undefined;
}

/**
 * Asks for pieces, but waits no longer than the signal lets it. Not `Promise.race`: a promise that all of them race against would
 * keep every piece alive.
 */
function untilAborted(iterator: ChunkIterator, signal: AbortSignal): () => Promise<IteratorResult<unknown>> {
  let stop: ((reason: unknown) => void) | undefined;
  signal.addEventListener('abort', () => stop?.(signal.reason), { once: true });
  return () =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      stop = reject;
      Promise.resolve(iterator.next()).then(resolve, reject);
    });
}

/** Not awaited: a source that hangs would never come to its end. */
function close(source: unknown, iterator: ChunkIterator): void {
  const { destroy } = source as { readonly destroy?: unknown };
  if (typeof destroy === 'function') destroy.call(source);
  Promise.resolve(iterator.return?.()).catch(() => undefined);
}

function isChunk(value: unknown): value is ContentChunk {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function bytesOf(chunk: ContentChunk): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
