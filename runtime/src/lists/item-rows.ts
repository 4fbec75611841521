import type { ItemRange } from '../contract/event.js';

/** A position: lists may have some terabytes. */
const digits = 15;
const opening = '[\n';
/** `{"start":…,"end":…},` and the end of the line. */
const rowLength = `{"start":${' '.repeat(digits)},"end":${' '.repeat(digits)}},\n`.length;

/**
 * Says for each iteration of a map which part of a list is its own. The text is a JSON array whose rows are all of one length, so that
 * one iteration reads its row alone, and a distributed map takes them for its items.
 */
export function rowsText(ranges: readonly ItemRange[]): Uint8Array {
  const last = ranges.length - 1;
  const rows = ranges.map(({ start, end }, index) => {
    const [from, to] = [start, end].map((position) => String(position).padStart(digits));
    return `{"start":${from},"end":${to}}${index === last ? ' ' : ','}\n`;
  });
  return Buffer.from(`${opening}${rows.join('')}]`);
}

/** The bytes of a row within the text. */
export function rowRange(iteration: number): ItemRange {
  const start = opening.length + iteration * rowLength;
  return { start, end: start + rowLength - ',\n'.length };
}

/** Ranges over the entries of a list, each of so many of them. */
export function entryRanges(entries: number, batch: number): ItemRange[] {
  return Array.from({ length: Math.ceil(entries / batch) }, (_, iteration) => {
    const start = iteration * batch;
    return { start, end: Math.min(start + batch, entries) };
  });
}
