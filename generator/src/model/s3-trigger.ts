import type { Pointer } from '../diagnostic.js';

/** Objects that are created in the bucket under a key that begins and ends so start an execution. */
export interface S3Trigger {
  readonly at: Pointer;
  /** Of the whole key: begins with `inbox/`. */
  readonly prefix: string;
  readonly suffix: string;
}
