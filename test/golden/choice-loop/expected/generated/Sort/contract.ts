// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  amount: number;
  lines: string[];
  rush?: boolean;
};

/** What step large writes, under the key large-output. */
export type LargeOutput = JsonValue;

/** What step small writes, under the key small-output. */
export type SmallOutput = {
  kind: string;
};

/** What step odd writes, under the key odd-output. */
export type OddOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'large-output'?: LargeOutput;
  'small-output'?: SmallOutput;
  'odd-output'?: OddOutput;
};

/** What step large is given. */
export interface LargeEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step large. */
export type LargeBody = (event: LargeEvent) => LargeOutput | Promise<LargeOutput>;

/** What step small is given. */
export interface SmallEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step small. */
export type SmallBody = (event: SmallEvent) => SmallOutput | Promise<SmallOutput>;

/** What step odd is given. */
export interface OddEvent {
  readonly 'small-output': SmallOutput;
  readonly context: StepContext;
}

/** Step odd. */
export type OddBody = (event: OddEvent) => OddOutput | Promise<OddOutput>;

