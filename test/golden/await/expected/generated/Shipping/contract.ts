// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { OutputReference } from '@sfs3/runtime/contract';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  customer: string;
  left?: number;
  priority?: 'high' | 'low';
};

/** What step pack writes, under the key pack-output. */
export type PackOutput = schemas.Weight;

/** What step label writes, under the key label-output. */
export type LabelOutput = string;

/** What an execution ends with. */
export type Document = Input & {
  'pack-output': PackOutput;
  'label-output': LabelOutput | OutputReference;
};

/** What step pack is given. */
export interface PackEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step pack. */
export type PackBody = (event: PackEvent) => PackOutput | Promise<PackOutput>;

/** What step label is given. */
export interface LabelEvent {
  readonly 'pack-output': PackOutput;
  readonly context: StepContext;
}

/** Step label. */
export type LabelBody = (event: LabelEvent) => LabelOutput | Promise<LabelOutput>;

