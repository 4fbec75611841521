import { S3Error } from '../errors.js';
import type { ObjectVersion } from '../store/model.js';

/** A stretch of an object: `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Reads a Range header. Several ranges, and what is no byte range, are answered with the whole object, as S3 does. */
export function parseRange(header: string | undefined, size: number): Stretch | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (start >= size || (first === '' && Number(last) === 0)) {
    throw new S3Error('InvalidRange', {
      fields: { RangeRequested: header ?? '', ActualObjectSize: String(size) },
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  return { start, end };
}

/** Where a part of a multipart object lies; an object of a single PUT is its own part 1. */
export function partStretch(version: ObjectVersion, partNumber: string): Stretch {
  const number = Number(partNumber);
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new S3Error('InvalidArgument', {
      message: 'Part number must be an integer between 1 and 10000, inclusive',
      fields: { ArgumentName: 'partNumber', ArgumentValue: partNumber },
    });
  }
  const piece = version.pieces[number - 1];
  if (piece === undefined) throw new S3Error('InvalidPartNumber');
  const start = version.pieces.slice(0, number - 1).reduce((sum, { size }) => sum + size, 0);
  return { start, end: start + piece.size };
}

/** The header Content-Range of a stretch. */
export function contentRange(stretch: Stretch, size: number): string {
  return `bytes ${stretch.start}-${stretch.end - 1}/${size}`;
}
