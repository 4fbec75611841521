// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ListItem, StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  orders: {
    id: string;
    urgent?: boolean;
    lines: schemas.Line[];
  }[];
};

/** What step prepare writes, under the key prepare-output. */
export type PrepareOutput = {
  rates: number[];
};

/** What step weigh writes, under the key weigh-output. */
export type WeighOutput = {
  heavy: boolean;
};

/** What step pick writes, under the key pick-output. */
export type PickOutput = string;

/** What step pack writes, under the key pack-output. */
export type PackOutput = {
  parcel: string;
};

/** What step label writes, under the key label-output. */
export type LabelOutput = JsonValue;

/** What step apologise writes, under the key apologise-output. */
export type ApologiseOutput = JsonValue;

/** What step report writes, under the key report-output. */
export type ReportOutput = JsonValue;

/** What step sum-up writes, under the key sum-up-output. */
export type SumUpOutput = JsonValue;

/** What map each-order writes, under the key parcels: one for each item. */
export type EachOrderOutput = PackOutput[];

/** What map each-line writes, under the key picked: one for each item. */
export type EachLineOutput = PickOutput[];

/** What map labels writes, under the key labels-output: one for each batch of items. */
export type LabelsOutput = LabelOutput[];

/** What an execution ends with. */
export type Document = Input & {
  'prepare-output': PrepareOutput;
  parcels?: EachOrderOutput;
  'labels-output'?: LabelsOutput;
  'apologise-output'?: ApologiseOutput;
  'report-output'?: ReportOutput;
  'sum-up-output': SumUpOutput;
};

/** What step prepare is given. */
export interface PrepareEvent {
  readonly context: StepContext;
}

/** Step prepare. */
export type PrepareBody = (event: PrepareEvent) => PrepareOutput | Promise<PrepareOutput>;

/** What step weigh is given. */
export interface WeighEvent {
  readonly order: ListItem<Input, ['orders']>;
  readonly 'prepare-output': PrepareOutput;
  readonly context: StepContext;
}

/** Step weigh. */
export type WeighBody = (event: WeighEvent) => WeighOutput | Promise<WeighOutput>;

/** What step pick is given. */
export interface PickEvent {
  readonly order: ListItem<Input, ['orders']>;
  readonly line: ListItem<ListItem<Input, ['orders']>, ['lines']>;
  readonly 'weigh-output': WeighOutput;
  readonly context: StepContext;
}

/** Step pick. */
export type PickBody = (event: PickEvent) => PickOutput | Promise<PickOutput>;

/** What step lift is given. */
export interface LiftEvent {
  readonly order: ListItem<Input, ['orders']>;
  readonly 'prepare-output': PrepareOutput;
  readonly 'weigh-output': WeighOutput;
  readonly picked: EachLineOutput;
  readonly context: StepContext;
}

/** Step lift. */
export type LiftBody = (event: LiftEvent) => void | Promise<void>;

/** What step pack is given. */
export interface PackEvent {
  readonly order: ListItem<Input, ['orders']>;
  readonly picked: EachLineOutput;
  readonly context: StepContext;
}

/** Step pack. */
export type PackBody = (event: PackEvent) => PackOutput | Promise<PackOutput>;

/** What step label is given. */
export interface LabelEvent {
  readonly parcel: ListItem<EachOrderOutput>[];
  readonly context: StepContext;
}

/** Step label. */
export type LabelBody = (event: LabelEvent) => LabelOutput | Promise<LabelOutput>;

/** What step apologise is given. */
export interface ApologiseEvent {
  readonly error: StepError<'each-order'>;
  readonly context: StepContext;
}

/** Step apologise. */
export type ApologiseBody = (event: ApologiseEvent) => ApologiseOutput | Promise<ApologiseOutput>;

/** What step note is given. */
export interface NoteEvent {
  readonly input: Input;
  readonly rate: ListItem<PrepareOutput, ['rates']>;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => void | Promise<void>;

/** What step report is given. */
export interface ReportEvent {
  readonly input: Input;
  readonly parcels?: EachOrderOutput | undefined;
  readonly context: StepContext;
}

/** Step report. */
export type ReportBody = (event: ReportEvent) => ReportOutput | Promise<ReportOutput>;

/** What step sum-up is given. */
export interface SumUpEvent {
  readonly parcels?: EachOrderOutput | undefined;
  readonly 'labels-output'?: LabelsOutput | undefined;
  readonly context: StepContext;
}

/** Step sum-up. */
export type SumUpBody = (event: SumUpEvent) => SumUpOutput | Promise<SumUpOutput>;

