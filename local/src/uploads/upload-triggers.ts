import type { InvocationResult, InvokeFunction } from '../invocation.js';
import type { Log } from '../log-line.js';
import type { CreatedObject } from '../s3/index.js';
import type { LocalUpload } from '../service.js';
import { createUploadEvent } from './upload-event.js';

/** Options of the s3 triggers. */
export interface UploadTriggersOptions {
  readonly invoke: InvokeFunction;
  readonly accountId: string;
  readonly region: string;
  readonly log: Log;
}

/** How often Lambda runs a function that was invoked by an event, where it fails. */
const attempts = 3;

/** The s3 triggers: an object that is created under a matching key invokes the functions of its triggers, as S3, EventBridge and Lambda do together. */
export class UploadTriggers {
  readonly #options: UploadTriggersOptions;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #bucket = '';
  #uploads: readonly LocalUpload[] = [];

  constructor(options: UploadTriggersOptions) {
    this.#options = options;
  }

  /** Serves these triggers from now on, for objects of this bucket. */
  replace(bucket: string, uploads: readonly LocalUpload[]): void {
    this.#bucket = bucket;
    this.#uploads = uploads;
  }

  /** Takes notice of an object; whoever wrote it does not wait for what follows. */
  notice(created: CreatedObject): void {
    if (created.bucket !== this.#bucket || this.#closing.signal.aborted) return;
    const matching = this.#uploads.filter((upload) => matches(upload, created.key));
    if (matching.length === 0) return;
    const payload = JSON.stringify(createUploadEvent(created, this.#options));
    for (const { functionName } of matching) {
      const run = this.#deliver(functionName, payload).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  /** Waits for what was begun; nothing is tried again. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#running);
  }

  async #deliver(functionName: string, payload: string): Promise<void> {
    const { signal } = this.#closing;
    let result: InvocationResult | undefined;
    for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt += 1) {
      result = await this.#options.invoke(functionName, payload, signal).catch(() => undefined);
      if (result?.kind === 'success') return;
    }
    if (result?.kind !== 'error') return;
    const text = `${functionName} failed ${attempts} times on an upload: ${result.errorType}`;
    this.#options.log({ source: 's3', stream: 'stderr', text });
  }
}

/** As the wildcard `<prefix>*<suffix>` of an event pattern. */
function matches({ prefix, suffix }: LocalUpload, key: string): boolean {
  return key.length >= prefix.length + suffix.length && key.startsWith(prefix) && key.endsWith(suffix);
}
