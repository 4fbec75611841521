import { basename } from 'node:path/posix';
import type { BindBody } from '../../generated/Publish/contract.js';
import { sheetsOf } from '../../pdf/sheet.js';
import { writePdf } from '../../pdf/write-pdf.js';

/** Writes the booklet. What is returned is a generator: it is uploaded as it is made. */
export const run: BindBody = ({ input, columns }) =>
  writePdf({
    title: basename(input.upload.key, '.txt'),
    sheets: columns.flatMap(({ lines }) => sheetsOf(lines)),
  });
