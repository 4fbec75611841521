import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { StoreRefusedError, StoreUnavailableError } from '../errors/storage.js';
import { type Bucket, backOff, optionsOf } from '../store/object-store.js';
import { classifyFailure } from '../store/store-failure.js';
import type { ContentHandle } from './content-handle.js';
import type { ObjectHead } from './head-object.js';

/** How often a connection may break without a byte in between. */
const attempts = 4;

/** Makes the handle of an object that is known to be there. What it gives are the bytes of that very object, or an error. */
export function openContent(bucket: Bucket, head: ObjectHead): ContentHandle {
  const stream = () => Readable.from(readContent(bucket, head), { objectMode: false });
  const bytes = async () => {
    const whole = Buffer.alloc(head.size);
    let at = 0;
    for await (const chunk of readContent(bucket, head)) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  };
  const text = async () => new TextDecoder().decode(await bytes());
  return { size: head.size, type: head.type, stream, bytes, text };
}

async function* readContent(bucket: Bucket, head: ObjectHead): AsyncGenerator<Uint8Array> {
  let body: AsyncIterator<Uint8Array> | undefined;
  let at = 0;
  let failures = 0;
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array>;
      try {
        body ??= (await getFrom(bucket, head, at))[Symbol.asyncIterator]();
        next = await body.next();
        if (next.done && at < head.size) throw new Error('The body ended early.');
      } catch (error) {
        body = undefined;
        failures += 1;
        await mayGoOn(bucket, { head, at, failures }, error);
        continue;
      }
      if (next.done) return;
      at += next.value.length;
      failures = 0;
      yield next.value;
    }
  } finally {
    // Whoever reads no further lets go of the connection.
    await body?.return?.();
  }
}

async function getFrom(
  bucket: Bucket,
  { key, eTag, versionId }: ObjectHead,
  at: number,
): Promise<AsyncIterable<Uint8Array>> {
  const { Body } = await bucket.s3.send(
    new GetObjectCommand({
      Bucket: bucket.name,
      Key: key,
      VersionId: versionId,
      IfMatch: eTag,
      ...(at > 0 ? { Range: `bytes=${at}-` } : {}),
    }),
    optionsOf(bucket),
  );
  // In Node.js it is a Readable.
  return Body as Readable;
}

/** Waits before a broken connection is taken up again; throws where it is not. */
async function mayGoOn(
  bucket: Bucket,
  { head, at, failures }: { readonly head: ObjectHead; readonly at: number; readonly failures: number },
  error: unknown,
): Promise<void> {
  const { kind, code, brokenOff } = classifyFailure(error);
  const location = { bucket: bucket.name, key: head.key };
  if (kind !== 'unavailable') throw new StoreRefusedError('GetObject', location, code, error);
  // Behind the last byte it is the checksum that is wrong, and the SDK has asked again where there was an answer.
  const again = brokenOff && at < head.size && failures < attempts && !bucket.signal?.aborted;
  if (!again) throw new StoreUnavailableError('GetObject', location, error);
  await pause(backOff(failures));
}
