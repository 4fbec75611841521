// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentHandle, ContentSource, StepContext } from '@sfs3/runtime';
import type { ContentReference, OutputReference } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  amount: number;
};

/** What step judge writes, under the key verdict. */
export type JudgeOutput = {
  again: boolean;
};

/** What step book writes, under the key book-output. */
export type BookOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step mail writes, under the key mail-output. */
export type MailOutput = {
  bytes: number;
};

/** What step scan-passport writes, under the key passport: a file of the type image/png. */
export type ScanPassportOutput = ContentSource;

/** What step draw writes, under the key chart: a file of the type image/svg+xml. */
export type DrawOutput = ContentSource;

/** What step terms writes, under the key terms-output: a file of the type text/plain; charset=utf-8. */
export type TermsOutput = ContentSource;

/** What step render writes, under the key invoice: a file of the type application/pdf. */
export type RenderOutput = ContentSource;

/** What an execution ends with. */
export type Document = Input & {
  passport: ContentReference | OutputReference;
  chart: ContentReference;
  verdict: JudgeOutput;
  'terms-output'?: ContentReference;
  invoice: ContentReference;
  'book-output': BookOutput;
  'mail-output': MailOutput;
};

/** What step scan-passport is given. */
export interface ScanPassportEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step scan-passport. */
export type ScanPassportBody = (event: ScanPassportEvent) => ScanPassportOutput | Promise<ScanPassportOutput>;

/** What step draw is given. */
export interface DrawEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Draws the chart until it pleases. */
export type DrawBody = (event: DrawEvent) => DrawOutput | Promise<DrawOutput>;

/** What step judge is given. */
export interface JudgeEvent {
  readonly chart: ContentHandle;
  readonly context: StepContext;
}

/** Step judge. */
export type JudgeBody = (event: JudgeEvent) => JudgeOutput | Promise<JudgeOutput>;

/** What step terms is given. */
export interface TermsEvent {
  readonly input: Input;
  readonly chart: ContentHandle;
  readonly verdict: JudgeOutput;
  readonly context: StepContext;
}

/** Step terms. */
export type TermsBody = (event: TermsEvent) => TermsOutput | Promise<TermsOutput>;

/** What step render is given. */
export interface RenderEvent {
  readonly input: Input;
  readonly passport: ContentHandle;
  readonly chart: ContentHandle;
  readonly 'terms-output'?: ContentHandle | undefined;
  readonly context: StepContext;
}

/** Step render. */
export type RenderBody = (event: RenderEvent) => RenderOutput | Promise<RenderOutput>;

/** What step mail is given. */
export interface MailEvent {
  readonly input: Input;
  readonly chart: ContentHandle;
  readonly verdict: JudgeOutput;
  readonly invoice: ContentHandle;
  readonly 'book-output': BookOutput;
  readonly context: StepContext;
}

/** Step mail. */
export type MailBody = (event: MailEvent) => MailOutput | Promise<MailOutput>;

