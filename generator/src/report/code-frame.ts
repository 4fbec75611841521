import { printable } from '../quote.js';
import type { Paint } from './paint.js';
import type { TextPlace } from './text-place.js';

const widest = 120;

/** The line of a place with the line above it and marks below it. Empty where the text has no such line. */
export function codeFrame(text: string, place: TextPlace, paint: Paint): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const line = lines[place.line - 1];
  if (line === undefined || line.trim() === '') return '';
  const end = place.endLine > place.line ? line.trimEnd().length : place.endColumn - 1;
  const start = Math.min(place.column - 1, line.length);
  const from = start > widest - 20 ? start - 20 : 0;
  const gutter = String(place.line).length;
  const row = (number: number | '', content: string): string =>
    `  ${paint.quiet(`${String(number).padStart(gutter)} |`)} ${content}`.trimEnd();
  const above = lines[place.line - 2];
  const marks = '^'.repeat(Math.max(1, Math.min(width(line.slice(start, end)), widest)));
  return [
    ...(above === undefined || above.trim() === '' || from > 0
      ? []
      : [row(place.line - 1, shown(above, from))]),
    row(place.line, shown(line, from)),
    row('', `${' '.repeat(width(line.slice(from, start)))}${paint.error(marks)}`),
  ].join('\n');
}

function shown(line: string, from: number): string {
  return printable(line.slice(from, from + widest).replaceAll('\t', ' '));
}

/** How many columns a terminal needs. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|\p{Emoji_Presentation}/u;
