import type { S3Client } from '@aws-sdk/client-s3';
import { type Clock, holdingTime } from './clock.js';

/** Where the objects lie that tasks and Map states read and write. */
export interface S3Address {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The SDK, and a client of it. */
export interface S3Sdk {
  readonly sdk: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
}

/** The connection to S3, made when it is first used: most state machines have no need of it, and the SDK takes a moment to load. */
export class S3Connection {
  readonly #address: () => S3Address | undefined;
  readonly #clock: Clock;
  #opened: Promise<S3Sdk> | undefined;

  constructor(address: () => S3Address | undefined, clock: Clock) {
    this.#address = address;
    this.#clock = clock;
  }

  /** Does work with S3, during which no time is skipped. Throws where the service has no S3. */
  async use<T>(work: (s3: S3Sdk) => Promise<T>): Promise<T> {
    return await holdingTime(this.#clock, async () => {
      this.#opened ??= this.#open();
      return await work(await this.#opened);
    });
  }

  /** Ends its connections. */
  async close(): Promise<void> {
    await this.#opened?.then(({ client }) => client.destroy()).catch(() => undefined);
  }

  async #open(): Promise<S3Sdk> {
    const address = this.#address();
    if (address === undefined) {
      throw new Error('This Step Functions has no S3.');
    }
    const sdk = await import('@aws-sdk/client-s3');
    return { sdk, client: new sdk.S3Client({ ...address, forcePathStyle: true }) };
  }
}
