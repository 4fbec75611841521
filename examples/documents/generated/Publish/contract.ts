// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentHandle, ContentSource, ListItem, StepContext, StepError } from '@sfs3/runtime';
import type { ContentReference } from '@sfs3/runtime/contract';

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

/** What step split writes, under the key pages. */
export type SplitOutput = string[];

/** What step typeset writes, under the key typeset-output. */
export type TypesetOutput = {
  words: number;
  lines: string[];
};

/** What step announce writes, under the key summary. */
export type AnnounceOutput = {
  title: string;
  pages: number;
  words: number;
  bytes: number;
  type: string;
};

/** What step refuse writes, under the key refusal. */
export type RefuseOutput = {
  page: number;
  because: string;
};

/** What map each-page writes, under the key columns: one for each item. */
export type EachPageOutput = TypesetOutput[];

/** What step bind writes, under the key booklet: a file of the type application/pdf. */
export type BindOutput = ContentSource;

/** What an execution ends with. */
export type Document = Input & {
  pages: SplitOutput;
  columns?: EachPageOutput;
  booklet?: ContentReference;
  summary?: AnnounceOutput;
  refusal?: RefuseOutput;
};

/** What step split is given. */
export interface SplitEvent {
  readonly upload: ContentHandle;
  readonly context: StepContext;
}

/** Takes the text apart, where a form feed stands */
export type SplitBody = (event: SplitEvent) => SplitOutput | Promise<SplitOutput>;

/** What step typeset is given. */
export interface TypesetEvent {
  readonly page: ListItem<SplitOutput>;
  readonly context: StepContext;
}

/** Counts the words of a page and breaks it into lines */
export type TypesetBody = (event: TypesetEvent) => TypesetOutput | Promise<TypesetOutput>;

/** What step bind is given. */
export interface BindEvent {
  readonly input: Input;
  readonly columns: EachPageOutput;
  readonly context: StepContext;
}

/** Writes the booklet */
export type BindBody = (event: BindEvent) => BindOutput | Promise<BindOutput>;

/** What step announce is given. */
export interface AnnounceEvent {
  readonly input: Input;
  readonly columns: EachPageOutput;
  readonly booklet: ContentHandle;
  readonly context: StepContext;
}

/** Says what there is to read now */
export type AnnounceBody = (event: AnnounceEvent) => AnnounceOutput | Promise<AnnounceOutput>;

/** What step refuse is given. */
export interface RefuseEvent {
  readonly error: StepError<'each-page'>;
  readonly context: StepContext;
}

/** Says which page cannot be printed */
export type RefuseBody = (event: RefuseEvent) => RefuseOutput | Promise<RefuseOutput>;

