import type { OutputDefinition } from '../contract/definition.js';
import { metadataNames } from '../contract/metadata.js';
import { sha256 } from '../digest.js';
import { type ObjectLocation, StoreUnavailableError } from '../errors/storage.js';
import { ownObjectKey } from '../lists/iteration.js';
import { readSignals } from '../signals/read-signals.js';
import type { VisitScope } from '../step/visit.js';
import { putObject } from '../store/object-store.js';
import { provenanceOf } from '../store/provenance.js';
import { isOfEarlierVisit, type OutputStore, type StoredOutput } from '../store/store-output.js';
import { type Creation, writeOrFind } from '../store/write-once.js';
import { readSource } from './content-source.js';
import { headObject, type ObjectHead } from './head-object.js';
import { abortUpload, beginUpload, completeUpload, sendParts } from './multipart-upload.js';
import { cutParts, type Layout } from './parts.js';
import { type ContentFacts, referToContent } from './refer-to-content.js';

/** What a function needs to write a content; handed to its handler's factory, so that no other function carries it. */
export const contentWrites: OutputStore<ObjectHead> = {
  find: async (scope, output) => {
    const head = await headObject(scope.bucket, ownObjectKey(scope, output));
    if (head === undefined) return { kind: 'nothing' };
    if (isOfEarlierVisit(scope, output, head)) return { kind: 'earlier', object: head };
    return { kind: 'own', output: { ...storedContent(scope, output, head), adopted: true } };
  },
  store: storeContent,
};

/** One write of one content. */
interface ContentWrite {
  readonly scope: VisitScope;
  readonly output: OutputDefinition;
  readonly location: ObjectLocation;
  readonly type: string;
  readonly layout: Layout;
  readonly condition: { readonly ifNoneMatch: '*' } | { readonly ifMatch: string };
  readonly stop: AbortController;
}

/** A write that was made or that found another, and what there is to say of it if it was made. */
interface Written {
  readonly creation: Creation<ObjectHead>;
  readonly facts: ContentFacts;
}

/**
 * Stores a content as it comes: by one request where it fits into a part, else in parts, of which a few are in memory. What the
 * same visit stored before stays, and is what counts.
 *
 * Where an earlier visit's is replaced, the new one is cut otherwise. An ETag is a digest of the bytes and of how they were cut, so it
 * comes out another, also for the same bytes; else a late twin of this very write would still meet its condition.
 */
async function storeContent(
  scope: VisitScope,
  output: OutputDefinition,
  result: unknown,
  earlier: ObjectHead | undefined,
): Promise<StoredOutput> {
  const location = { bucket: scope.bucket.name, key: ownObjectKey(scope, output) };
  const stop = new AbortController();
  const { signal } = scope.bucket;
  const end = () => stop.abort(new StoreUnavailableError('the upload', location, signal?.reason));
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  try {
    const layout = earlier && earlier.metadata[metadataNames.content] !== 'shifted' ? 'shifted' : 'plain';
    const condition = earlier ? { ifMatch: earlier.eTag } : ({ ifNoneMatch: '*' } as const);
    const type = output.content ?? 'application/octet-stream';
    return await settle(await write({ scope, output, location, type, layout, condition, stop }, result), {
      scope,
      output,
      location,
    });
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

function settle(
  { creation, facts }: Written,
  { scope, output, location }: Pick<ContentWrite, 'scope' | 'output' | 'location'>,
): StoredOutput {
  if (creation.kind === 'created') return { ...storedContent(scope, output, facts), adopted: false };
  if (!isOfEarlierVisit(scope, output, creation.object)) {
    return { ...storedContent(scope, output, creation.object), adopted: true };
  }
  // What an earlier visit wrote arrived only now. What was to be written is gone; a retry begins with what is there.
  throw new StoreUnavailableError('the upload', location);
}

async function write(write: ContentWrite, result: unknown): Promise<Written> {
  const parts = cutParts(readSource(write.scope.step, result, write.stop.signal), write.layout);
  try {
    const first = await parts.next();
    const second = first.done ? first : await parts.next();
    const beginning = [first, second].flatMap((part) => (part.done ? [] : [part.value]));
    return second.done && write.layout === 'plain'
      ? await writeWhole(write, beginning[0] ?? new Uint8Array())
      : await writeInParts(write, beginning.length > 0 ? beginning : [new Uint8Array()], parts);
  } finally {
    await parts.return(undefined);
  }
}

async function writeWhole(write: ContentWrite, bytes: Uint8Array): Promise<Written> {
  const { location, type, condition } = write;
  const { bucket } = write.scope;
  const { key } = location;
  const metadata = { ...metadataOf(write), [metadataNames.sha256]: sha256(bytes) };
  const creation = await writeOrFind({
    operation: 'PutObject',
    location,
    condition,
    write: () => putObject(bucket, { key, bytes, metadata, contentType: type, condition }),
    find: () => headObject(bucket, key),
  });
  return { creation, facts: { size: bytes.length, type, metadata } };
}

/** What goes wrong leaves no parts behind. */
async function writeInParts(
  write: ContentWrite,
  beginning: Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): Promise<Written> {
  const { location, type, condition, stop } = write;
  const { bucket } = write.scope;
  const metadata = metadataOf(write);
  const upload = await beginUpload(bucket, { key: location.key, metadata, contentType: type });
  let size = 0;
  async function* counted() {
    for await (const part of inTurn(beginning, rest)) {
      size += part.length;
      yield part;
    }
  }
  try {
    const sent = await sendParts(upload, counted(), stop);
    const creation = await writeOrFind({
      operation: 'CompleteMultipartUpload',
      location,
      condition,
      write: () => completeUpload(upload, sent, condition),
      find: () => headObject(bucket, location.key),
    });
    if (creation.kind === 'found') await abortUpload(upload);
    return { creation, facts: { size, type, metadata } };
  } catch (error) {
    await abortUpload(upload);
    throw error;
  }
}

/** First what is in hand, each let go of as it is given. */
async function* inTurn(beginning: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let part = beginning.shift(); part !== undefined; part = beginning.shift()) yield part;
  yield* rest;
}

function metadataOf({ scope, output, layout }: ContentWrite): Record<string, string> {
  return { ...provenanceOf(scope, output), [metadataNames.content]: layout };
}

function storedContent(
  { bucket, workflow, step, event }: VisitScope,
  { key, signals }: OutputDefinition,
  facts: ContentFacts,
): Omit<StoredOutput, 'adopted'> {
  const part = referToContent({ bucket, workflow, txnId: event.processData }, key, facts);
  // Nothing can be asked of a content but whether it is there.
  return { part, ...(signals?.length ? { signals: readSignals({ step, key }, signals, {}) } : {}) };
}
