// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: string;
};

/** What step price writes, under the key price-output. */
export type PriceOutput = {
  total: number;
};

/** What step charge writes, under the key charge-output. */
export type ChargeOutput = {
  receipt: string;
};

/** What step invoice writes, under the key invoice-output. */
export type InvoiceOutput = JsonValue;

/** What step weigh writes, under the key weigh-output. */
export type WeighOutput = {
  grams: number;
};

/** What step find-box writes, under the key find-box-output. */
export type FindBoxOutput = JsonValue;

/** What step print-label writes, under the key print-label-output. */
export type PrintLabelOutput = JsonValue;

/** What step freight writes, under the key freight-output. */
export type FreightOutput = JsonValue;

/** What step express writes, under the key express-output. */
export type ExpressOutput = JsonValue;

/** What step confirm writes, under the key confirm-output. */
export type ConfirmOutput = JsonValue;

/** What step later writes, under the key later-output. */
export type LaterOutput = JsonValue;

/** What step refund writes, under the key refund-output. */
export type RefundOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'price-output': PriceOutput;
  'charge-output'?: ChargeOutput;
  'invoice-output'?: InvoiceOutput;
  'weigh-output'?: WeighOutput;
  'find-box-output'?: FindBoxOutput;
  'print-label-output'?: PrintLabelOutput;
  'freight-output'?: FreightOutput;
  'express-output'?: ExpressOutput;
  'confirm-output'?: ConfirmOutput;
  'later-output'?: LaterOutput;
  'refund-output'?: RefundOutput;
};

/** What step price is given. */
export interface PriceEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step price. */
export type PriceBody = (event: PriceEvent) => PriceOutput | Promise<PriceOutput>;

/** What step charge is given. */
export interface ChargeEvent {
  readonly 'price-output': PriceOutput;
  readonly context: StepContext;
}

/** Step charge. */
export type ChargeBody = (event: ChargeEvent) => ChargeOutput | Promise<ChargeOutput>;

/** What step invoice is given. */
export interface InvoiceEvent {
  readonly error: StepError<'charge'>;
  readonly 'price-output': PriceOutput;
  readonly context: StepContext;
}

/** Step invoice. */
export type InvoiceBody = (event: InvoiceEvent) => InvoiceOutput | Promise<InvoiceOutput>;

/** What step weigh is given. */
export interface WeighEvent {
  readonly input: Input;
  readonly 'price-output': PriceOutput;
  readonly context: StepContext;
}

/** Step weigh. */
export type WeighBody = (event: WeighEvent) => WeighOutput | Promise<WeighOutput>;

/** What step find-box is given. */
export interface FindBoxEvent {
  readonly 'weigh-output': WeighOutput;
  readonly context: StepContext;
}

/** Step find-box. */
export type FindBoxBody = (event: FindBoxEvent) => FindBoxOutput | Promise<FindBoxOutput>;

/** What step print-label is given. */
export interface PrintLabelEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step print-label. */
export type PrintLabelBody = (event: PrintLabelEvent) => PrintLabelOutput | Promise<PrintLabelOutput>;

/** What step freight is given. */
export interface FreightEvent {
  readonly 'weigh-output': WeighOutput;
  readonly context: StepContext;
}

/** Step freight. */
export type FreightBody = (event: FreightEvent) => FreightOutput | Promise<FreightOutput>;

/** What step express is given. */
export interface ExpressEvent {
  readonly 'weigh-output': WeighOutput;
  readonly context: StepContext;
}

/** Step express. */
export type ExpressBody = (event: ExpressEvent) => ExpressOutput | Promise<ExpressOutput>;

/** What step confirm is given. */
export interface ConfirmEvent {
  readonly input: Input;
  readonly 'charge-output'?: ChargeOutput | undefined;
  readonly 'invoice-output'?: InvoiceOutput | undefined;
  readonly 'find-box-output'?: FindBoxOutput | undefined;
  readonly 'express-output'?: ExpressOutput | undefined;
  readonly context: StepContext;
}

/** Step confirm. */
export type ConfirmBody = (event: ConfirmEvent) => ConfirmOutput | Promise<ConfirmOutput>;

/** What step later is given. */
export interface LaterEvent {
  readonly error: StepError<'fulfil'>;
  readonly context: StepContext;
}

/** Step later. */
export type LaterBody = (event: LaterEvent) => LaterOutput | Promise<LaterOutput>;

/** What step refund is given. */
export interface RefundEvent {
  readonly error?: StepError<'fulfil' | 'confirm'> | undefined;
  readonly 'charge-output'?: ChargeOutput | undefined;
  readonly context: StepContext;
}

/** Step refund. */
export type RefundBody = (event: RefundEvent) => RefundOutput | Promise<RefundOutput>;

