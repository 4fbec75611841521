// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentHandle, ContentSource, StepContext } from '@sfs3/runtime';
import type { ContentReference, JsonValue } from '@sfs3/runtime/contract';

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

/** What step recognize writes, under the key text. */
export type RecognizeOutput = {
  words: number;
};

/** What step file writes, under the key file-output. */
export type FileOutput = JsonValue;

/** What step copy writes, under the key copy: a file of the type text/plain. */
export type CopyOutput = ContentSource;

/** What an execution ends with. */
export type Document = Input & {
  text: RecognizeOutput;
  copy?: ContentReference;
  'file-output': FileOutput;
};

/** What step recognize is given. */
export interface RecognizeEvent {
  readonly input: Input;
  readonly upload: ContentHandle;
  readonly context: StepContext;
}

/** Step recognize. */
export type RecognizeBody = (event: RecognizeEvent) => RecognizeOutput | Promise<RecognizeOutput>;

/** What step copy is given. */
export interface CopyEvent {
  readonly upload: ContentHandle;
  readonly context: StepContext;
}

/** Step copy. */
export type CopyBody = (event: CopyEvent) => CopyOutput | Promise<CopyOutput>;

/** What step file is given. */
export interface FileEvent {
  readonly input: Input;
  readonly text: RecognizeOutput;
  readonly context: StepContext;
}

/** Step file. */
export type FileBody = (event: FileEvent) => FileOutput | Promise<FileOutput>;

