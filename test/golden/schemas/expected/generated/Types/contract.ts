// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  address: schemas.Address;
  city?: Address_City;
  tags?: string[];
};

/** What step refs writes, under the key refs-output. */
export type RefsOutput = {
  /** The first home. */
  home: schemas.Address;
  lines: RefsOutput_Line[];
  self?: RefsOutput;
};

/** What step combined writes, under the key combined-output. */
export type CombinedOutput = {
  a: number
} | {
  b: schemas.Tree
};

/** What step open writes, under the key open-output. */
export type OpenOutput = {
  known?: string
  [k: string]: JsonValue | string | undefined
};

/** What step patterns writes, under the key patterns-output. */
export type PatternsOutput = {
  [k: string]: string
};

/** What step tuple writes, under the key tuple-output. */
export type TupleOutput = [string, number];

/** What step conditional writes, under the key conditional-output. */
export type ConditionalOutput = {
  a?: string;
  b?: JsonValue;
};

/** What step anything writes, under the key anything-output. */
export type AnythingOutput = JsonValue;

/** What step dotted writes, under the key lines.d. */
export type DottedOutput = (1 | 'two' | null)[];

export type Address_City = string;

export type RefsOutput_Line = {
  amount: (number | null)
  kind?: "item"
  next?: RefsOutput_Line
};

/** What an execution ends with. */
export type Document = Input & {
  'refs-output': RefsOutput;
  'combined-output': CombinedOutput;
  'open-output': OpenOutput;
  'patterns-output': PatternsOutput;
  'tuple-output': TupleOutput;
  'conditional-output': ConditionalOutput;
  'anything-output': AnythingOutput;
  'lines.d': DottedOutput;
};

/** What step refs is given. */
export interface RefsEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step refs. */
export type RefsBody = (event: RefsEvent) => RefsOutput | Promise<RefsOutput>;

/** What step combined is given. */
export interface CombinedEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly context: StepContext;
}

/** Step combined. */
export type CombinedBody = (event: CombinedEvent) => CombinedOutput | Promise<CombinedOutput>;

/** What step open is given. */
export interface OpenEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly context: StepContext;
}

/** Step open. */
export type OpenBody = (event: OpenEvent) => OpenOutput | Promise<OpenOutput>;

/** What step patterns is given. */
export interface PatternsEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output': OpenOutput;
  readonly context: StepContext;
}

/** Step patterns. */
export type PatternsBody = (event: PatternsEvent) => PatternsOutput | Promise<PatternsOutput>;

/** What step tuple is given. */
export interface TupleEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output': OpenOutput;
  readonly 'patterns-output': PatternsOutput;
  readonly context: StepContext;
}

/** Step tuple. */
export type TupleBody = (event: TupleEvent) => TupleOutput | Promise<TupleOutput>;

/** What step conditional is given. */
export interface ConditionalEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output': OpenOutput;
  readonly 'patterns-output': PatternsOutput;
  readonly 'tuple-output': TupleOutput;
  readonly context: StepContext;
}

/** Step conditional. */
export type ConditionalBody = (event: ConditionalEvent) => ConditionalOutput | Promise<ConditionalOutput>;

/** What step anything is given. */
export interface AnythingEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output': OpenOutput;
  readonly 'patterns-output': PatternsOutput;
  readonly 'tuple-output': TupleOutput;
  readonly 'conditional-output': ConditionalOutput;
  readonly context: StepContext;
}

/** Step anything. */
export type AnythingBody = (event: AnythingEvent) => AnythingOutput | Promise<AnythingOutput>;

/** What step dotted is given. */
export interface DottedEvent {
  readonly input: Input;
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output': OpenOutput;
  readonly 'patterns-output': PatternsOutput;
  readonly 'tuple-output': TupleOutput;
  readonly 'conditional-output': ConditionalOutput;
  readonly 'anything-output': AnythingOutput;
  readonly context: StepContext;
}

/** Step dotted. */
export type DottedBody = (event: DottedEvent) => DottedOutput | Promise<DottedOutput>;

/** What step last is given. */
export interface LastEvent {
  readonly 'refs-output': RefsOutput;
  readonly 'combined-output': CombinedOutput;
  readonly 'open-output'?: OpenOutput | undefined;
  readonly 'patterns-output': PatternsOutput;
  readonly 'tuple-output': TupleOutput;
  readonly 'lines.d': DottedOutput;
  readonly context: StepContext;
}

/** Step last. */
export type LastBody = (event: LastEvent) => void | Promise<void>;

