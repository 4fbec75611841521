// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step downstream-a writes, under the key downstream-a-output. */
export type DownstreamAOutput = JsonValue;

/** What step downstream-b writes, under the key downstream-b-output. */
export type DownstreamBOutput = JsonValue;

/** What step downstream-c writes, under the key downstream-c-output. */
export type DownstreamCOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'downstream-a-output': DownstreamAOutput;
  'downstream-b-output': DownstreamBOutput;
  'downstream-c-output': DownstreamCOutput;
};

/** What step downstream-a is given. */
export interface DownstreamAEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step downstream-a. */
export type DownstreamABody = (event: DownstreamAEvent) => DownstreamAOutput | Promise<DownstreamAOutput>;

/** What step downstream-b is given. */
export interface DownstreamBEvent {
  readonly input: Input;
  readonly 'downstream-a-output': DownstreamAOutput;
  readonly context: StepContext;
}

/** Step downstream-b. */
export type DownstreamBBody = (event: DownstreamBEvent) => DownstreamBOutput | Promise<DownstreamBOutput>;

/** What step downstream-c is given. */
export interface DownstreamCEvent {
  readonly input: Input;
  readonly 'downstream-a-output': DownstreamAOutput;
  readonly 'downstream-b-output': DownstreamBOutput;
  readonly context: StepContext;
}

/** Step downstream-c. */
export type DownstreamCBody = (event: DownstreamCEvent) => DownstreamCOutput | Promise<DownstreamCOutput>;

