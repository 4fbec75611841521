// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  bill: {
    'stamp-output': string;
  };
};

/** What step file writes, under the key file-output. */
export type FileOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'file-output': FileOutput;
};

/** What step file is given. */
export interface FileEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step file. */
export type FileBody = (event: FileEvent) => FileOutput | Promise<FileOutput>;

