// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: string;
  echo?: JsonValue;
};

/** What step price writes, under the key price-output. */
export type PriceOutput = {
  total: number;
};

/** What step look writes, under the key gross-price. */
export type LookOutput = {
  customer?: string;
  gross: number;
};

/** What step note writes, under the key note. */
export type NoteOutput = JsonValue;

/** What step both writes, under the key both-output. */
export type BothOutput = JsonValue;

/** What step echo writes, under the key echoed. */
export type EchoOutput = JsonValue;

/** What step keep writes, under the key keep-output. */
export type KeepOutput = string;

/** What step apologise writes, under the key apologise-output. */
export type ApologiseOutput = JsonValue;

/** What step look-again writes, under the key look-again-output. */
export type LookAgainOutput = JsonObject;

/** What an execution ends with. */
export type Document = Input & {
  'price-output': PriceOutput;
  'gross-price': LookOutput;
  note?: NoteOutput;
  'both-output'?: BothOutput;
  echoed?: EchoOutput;
  'keep-output'?: KeepOutput;
  'apologise-output'?: ApologiseOutput;
  'look-again-output'?: LookAgainOutput;
};

/** What step price is given. */
export interface PriceEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step price. */
export type PriceBody = (event: PriceEvent) => PriceOutput | Promise<PriceOutput>;

/** What step note is given. */
export interface NoteEvent {
  readonly input: Input;
  readonly 'price-output': PriceOutput;
  readonly 'gross-price': LookOutput;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => NoteOutput | Promise<NoteOutput>;

/** What step apologise is given. */
export interface ApologiseEvent {
  readonly error: StepError<'both' | 'keep'>;
  readonly context: StepContext;
}

/** Step apologise. */
export type ApologiseBody = (event: ApologiseEvent) => ApologiseOutput | Promise<ApologiseOutput>;

