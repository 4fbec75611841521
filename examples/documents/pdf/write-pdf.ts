import { sheet } from './sheet.js';

/** What becomes a PDF. */
export interface Booklet {
  readonly title: string;
  /** The lines of each sheet. Characters of Latin-1. */
  readonly sheets: readonly (readonly string[])[];
}

/** Numbers of the objects that every file has; behind them come two for each sheet. */
const catalog = 1;
const pageTree = 2;
const font = 3;
const info = 4;
const firstPage = 5;

/**
 * Writes a PDF piece by piece, and keeps nothing of it but where its objects begin. The same booklet has the same bytes each time.
 *
 * @see https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf 7.5
 */
export function* writePdf(booklet: Booklet): Generator<Uint8Array> {
  // The second line tells programs that copy files that this is no text.
  const header = latin1('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  const offsets: number[] = [];
  let position = header.length;
  yield header;
  for (const object of objectsOf(booklet)) {
    const bytes = latin1(`${offsets.length + 1} 0 obj\n${object}\nendobj\n`);
    offsets.push(position);
    position += bytes.length;
    yield bytes;
  }
  yield latin1(crossReferences(offsets, position));
}

/** The objects in the order of their numbers, which begin with 1. */
function* objectsOf({ title, sheets }: Booklet): Generator<string> {
  const pages = sheets.map((_, at) => `${firstPage + 2 * at} 0 R`);
  yield `<< /Type /Catalog /Pages ${pageTree} 0 R >>`;
  yield `<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] >>`;
  yield '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  yield `<< /Title ${utf16(title)} >>`;
  for (const [at, lines] of sheets.entries()) {
    const contents = firstPage + 2 * at + 1;
    yield `<< /Type /Page /Parent ${pageTree} 0 R /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Contents ${contents} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`;
    const drawing = draw(lines, at + 1);
    yield `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`;
  }
}

/** The lines from the top, and the number of the sheet at its foot. */
function draw(lines: readonly string[], number: number): string {
  const { margin, height, width, fontSize, leading } = sheet;
  return [
    `BT /F1 ${fontSize} Tf ${leading} TL ${margin} ${height - margin} Td`,
    ...lines.map((line) => `${literal(line)} '`),
    `ET BT /F1 ${fontSize} Tf ${width / 2} ${margin / 2} Td ${literal(String(number))} Tj ET`,
  ].join('\n');
}

/** Where each object begins, in lines of 20 bytes, and where this table itself does. */
function crossReferences(offsets: readonly number[], position: number): string {
  const size = offsets.length + 1;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${position}\n%%EOF\n`;
}

/** A text as a literal string: what would end it is escaped. */
function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** A text of any characters as a hexadecimal string in UTF-16, which its first two bytes say. */
function utf16(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
