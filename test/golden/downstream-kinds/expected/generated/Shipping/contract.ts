// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: string;
  'price-output': {
    total: number;
  };
};

/** What step pack writes, under the key pack-output. */
export type PackOutput = JsonValue;

/** What step send writes, under the key send-output. */
export type SendOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'pack-output': PackOutput;
  'send-output': SendOutput;
};

/** What step pack is given. */
export interface PackEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step pack. */
export type PackBody = (event: PackEvent) => PackOutput | Promise<PackOutput>;

/** What step send is given. */
export interface SendEvent {
  readonly 'pack-output': PackOutput;
  readonly context: StepContext;
}

/** Step send. */
export type SendBody = (event: SendEvent) => SendOutput | Promise<SendOutput>;

