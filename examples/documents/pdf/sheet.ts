import { widthOf } from './helvetica.js';

/** A sheet of A4 in points, and what stands on it. */
export const sheet = { width: 595, height: 842, margin: 60, fontSize: 11, leading: 15 } as const;

/** The longest line, in the unit of `widthOf`. */
const lineWidth = ((sheet.width - 2 * sheet.margin) / sheet.fontSize) * 1000;
const linesOnSheet = Math.floor((sheet.height - 2 * sheet.margin) / sheet.leading);

/** Whether a word needs more than a line. */
export function isTooWide(word: string): boolean {
  return widthOf(word) > lineWidth;
}

/** Breaks a paragraph between words, and words where one needs more than a line. An empty one is an empty line. */
export function breakLines(paragraph: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).flatMap(breakWord)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= lineWidth) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The lines of a page on as many sheets as they need; at least one. */
export function sheetsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / linesOnSheet));
  return Array.from({ length: count }, (_, at) => lines.slice(at * linesOnSheet, (at + 1) * linesOnSheet));
}

function breakWord(word: string): readonly string[] {
  if (!isTooWide(word)) return [word];
  let end = word.length;
  while (widthOf(`${word.slice(0, end)}-`) > lineWidth) end -= 1;
  return [`${word.slice(0, end)}-`, ...breakWord(word.slice(end))];
}
