// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ListItem, StepContext, StepError } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  budget?: number;
  tours: {
    name: string;
    legs: {
      to: string;
    }[];
  }[];
};

/** What step hire writes, under the key guide. */
export type HireOutput = string;

/** What step reserve writes, under the key seat. */
export type ReserveOutput = number;

/** What step add writes, under the key sum. */
export type AddOutput = number;

/** What step pay writes, under the key pay-output. */
export type PayOutput = {
  seats: number;
};

/** What step release writes, under the key released. */
export type ReleaseOutput = JsonObject;

/** What step dismiss writes, under the key dismissed. */
export type DismissOutput = JsonValue;

/** What step regret writes, under the key regret-output. */
export type RegretOutput = JsonValue;

/** What map each-tour writes, under the key all-seats: one for each item. */
export type EachTourOutput = EachLegOutput[];

/** What map each-leg writes, under the key seats: one for each item. */
export type EachLegOutput = ReserveOutput[];

/** What map each-row writes, under the key sums: one for each item. */
export type EachRowOutput = (AddOutput | null)[];

/** What an execution ends with. */
export type Document = Input & {
  'all-seats': EachTourOutput;
  sums: EachRowOutput;
  'pay-output': PayOutput;
  'regret-output'?: RegretOutput;
};

/** What step hire is given. */
export interface HireEvent {
  readonly tour: ListItem<Input, ['tours']>;
  readonly context: StepContext;
}

/** Step hire. */
export type HireBody = (event: HireEvent) => HireOutput | Promise<HireOutput>;

/** What step reserve is given. */
export interface ReserveEvent {
  readonly tour: ListItem<Input, ['tours']>;
  readonly leg: ListItem<ListItem<Input, ['tours']>, ['legs']>;
  readonly context: StepContext;
}

/** Step reserve. */
export type ReserveBody = (event: ReserveEvent) => ReserveOutput | Promise<ReserveOutput>;

/** What step add is given. */
export interface AddEvent {
  readonly row: ListItem<EachTourOutput>;
  readonly context: StepContext;
}

/** Step add. */
export type AddBody = (event: AddEvent) => AddOutput | Promise<AddOutput>;

/** What step pay is given. */
export interface PayEvent {
  readonly input: Input;
  readonly 'all-seats': EachTourOutput;
  readonly sums: EachRowOutput;
  readonly context: StepContext;
}

/** Step pay. */
export type PayBody = (event: PayEvent) => PayOutput | Promise<PayOutput>;

/** What step release is given. */
export interface ReleaseEvent {
  readonly tour: ListItem<Input, ['tours']>;
  readonly leg: ListItem<ListItem<Input, ['tours']>, ['legs']>;
  readonly seat: ReserveOutput;
  readonly context: StepContext;
}

/** Step release. */
export type ReleaseBody = (event: ReleaseEvent) => ReleaseOutput | Promise<ReleaseOutput>;

/** What step dismiss is given. */
export interface DismissEvent {
  readonly guide: HireOutput;
  readonly context: StepContext;
}

/** Step dismiss. */
export type DismissBody = (event: DismissEvent) => DismissOutput | Promise<DismissOutput>;

/** What step regret is given. */
export interface RegretEvent {
  readonly input: Input;
  readonly error: StepError<'read-input' | 'each-tour' | 'each-row' | 'pay' | 'give-up'>;
  readonly context: StepContext;
}

/** Step regret. */
export type RegretBody = (event: RegretEvent) => RegretOutput | Promise<RegretOutput>;

