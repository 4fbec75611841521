import type { Template } from '../expressions/template.js';

/** What a Map state has whose iterations are executions of their own. */
export interface DistributedMap {
  readonly executionType: 'STANDARD' | 'EXPRESS';
  /** Stands in the ARNs of its runs and of their executions. */
  readonly label: string;
  readonly reader: ItemReader | undefined;
  readonly batcher: ItemBatcher | undefined;
  readonly writer: ResultWriter | undefined;
  readonly toleratedFailureCount: Template | undefined;
  readonly toleratedFailurePercentage: Template | undefined;
}

/** Takes the items from S3. */
export interface ItemReader {
  readonly action: 'getObject' | 'listObjectsV2';
  readonly arguments: Template | undefined;
  readonly maxItems: Template | undefined;
  readonly config: ReaderConfig;
}

/** How items are written in an object of S3. */
export type InputType = 'JSON' | 'JSONL' | 'CSV';

/** The names of the characters that may stand between the fields of CSV. */
export type CsvDelimiter = 'COMMA' | 'PIPE' | 'SEMICOLON' | 'SPACE' | 'TAB';

/** What the object that holds the items looks like. */
export interface ReaderConfig {
  readonly InputType?: InputType;
  /** JSON pointer to the array inside of the text. */
  readonly ItemsPointer?: string;
  readonly CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN';
  readonly CSVHeaders?: readonly string[];
  readonly CSVDelimiter?: CsvDelimiter;
}

/** Hands several items to one execution. */
export interface ItemBatcher {
  readonly maxItems: Template | undefined;
  readonly maxBytes: Template | undefined;
  readonly input: Template | undefined;
}

/** Says in which form results are handed on, and whether they are written to S3. */
export interface ResultWriter {
  /** Where to write; undefined for the state's output. */
  readonly arguments: Template | undefined;
  readonly transformation: Transformation;
  readonly outputType: 'JSON' | 'JSONL';
}

/** `NONE`: with all that describes the execution; `COMPACT`: its output alone; `FLATTEN`: the items of its output. */
export type Transformation = 'NONE' | 'COMPACT' | 'FLATTEN';
