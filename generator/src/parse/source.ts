import type { Pointer } from '../diagnostic.js';

/** A workflow.yaml as it was read. */
export interface SourceText {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
}

/** A piece of the text: offsets in UTF-16 code units, the end not included. */
export type TextRange = readonly [start: number, end: number];

/** The spec as plain values, and the way back to its text. */
export interface ParsedSource {
  readonly source: SourceText;
  readonly value: unknown;
  /** Where the value at a pointer, or its key, stands; where there is none, the nearest thing around it; `within` means a part of a text. */
  rangeOf(at: Pointer, on: 'key' | 'value', within?: TextRange): TextRange;
}
