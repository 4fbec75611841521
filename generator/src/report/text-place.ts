import type { TextRange } from '../parse/source.js';

/** A place in a text: lines and columns from 1 in UTF-16 code units, the end not included. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a range of the text; a byte order mark at its start does not count. */
export function textPlace(text: string, [start, end]: TextRange): TextPlace {
  const plain = text.replace(/^\uFEFF/, '');
  const [line, column] = lineAndColumn(plain, start);
  const [endLine, endColumn] = lineAndColumn(plain, Math.max(start, end));
  return { line, column, endLine, endColumn };
}

function lineAndColumn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return [before.split('\n').length, offset - lineStart + 1];
}
