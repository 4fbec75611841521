// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step look writes, under the key look-output. */
export type LookOutput = {
  ok: boolean;
};

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'look-output': LookOutput;
};

/** What step look is given. */
export interface LookEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step look. */
export type LookBody = (event: LookEvent) => LookOutput | Promise<LookOutput>;

