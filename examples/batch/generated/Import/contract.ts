// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentHandle, ListItem, StepContext } from '@sfs3/runtime';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  /** The object that was uploaded. */
  upload: {
    bucket: string;
    /** Begins with inbox/. */
    key: string;
    /** Bytes. */
    size: number;
    /** Without quotes. */
    eTag: string;
    /** Absent where the bucket keeps no versions. */
    versionId?: string;
  };
};

/** What step read writes, under the key sales. */
export type ReadOutput = schemas.Sale[];

/** What step book writes, under the key book-output. */
export type BookOutput = {
  sales: number;
  cents: number;
};

/** What step report writes, under the key report-output. */
export type ReportOutput = {
  sales: number;
  cents: number;
  batches: number;
  failed: number[];
  details: string;
};

/** What map each-batch writes, under the key sums: one for each batch of items. */
export type EachBatchOutput = (BookOutput | null)[];

/** What an execution ends with. */
export type Document = Input & {
  sales: ReadOutput;
  sums: EachBatchOutput;
  'report-output': ReportOutput;
};

/** What step read is given. */
export interface ReadEvent {
  readonly upload: ContentHandle;
  readonly context: StepContext;
}

/** Reads the lines of the file */
export type ReadBody = (event: ReadEvent) => ReadOutput | Promise<ReadOutput>;

/** What step book is given. */
export interface BookEvent {
  readonly batch: ListItem<ReadOutput>[];
  readonly context: StepContext;
}

/** Books the sales of a batch, all of them or none */
export type BookBody = (event: BookEvent) => BookOutput | Promise<BookOutput>;

/** What step report is given. */
export interface ReportEvent {
  readonly sums: EachBatchOutput;
  readonly context: StepContext;
}

/** Adds up the sums, and names the batches that failed */
export type ReportBody = (event: ReportEvent) => ReportOutput | Promise<ReportOutput>;

