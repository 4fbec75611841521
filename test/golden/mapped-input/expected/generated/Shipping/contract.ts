// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: number;
  total: number;
  note?: string;
  'the price'?: JsonObject;
};

/** What step pack writes, under the key pack-output. */
export type PackOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'pack-output': PackOutput;
};

/** What step pack is given. */
export interface PackEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step pack. */
export type PackBody = (event: PackEvent) => PackOutput | Promise<PackOutput>;

