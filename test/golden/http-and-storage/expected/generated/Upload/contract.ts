// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step check writes, under the key check-output. */
export type CheckOutput = JsonValue;

/** What step store writes, under the key store-output. */
export type StoreOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'check-output': CheckOutput;
  'store-output': StoreOutput;
};

/** What step check is given. */
export interface CheckEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step check. */
export type CheckBody = (event: CheckEvent) => CheckOutput | Promise<CheckOutput>;

/** What step store is given. */
export interface StoreEvent {
  readonly input: Input;
  readonly 'check-output': CheckOutput;
  readonly context: StepContext;
}

/** Step store. */
export type StoreBody = (event: StoreEvent) => StoreOutput | Promise<StoreOutput>;

